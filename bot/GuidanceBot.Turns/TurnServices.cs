using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Commands;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Teams;
using GuidanceBot.Turns.Wording;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Turns;

/// <summary>What a turn is made of.</summary>
public static class TurnServices
{
    public static IServiceCollection AddTurns(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AnswerOptions>()
            .Bind(configuration.GetSection(AnswerOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateDataAnnotations()
            .ValidateOnStart();

        return services
            .AddSingleton(_ => BotWording.Read(Path.Combine(AppContext.BaseDirectory, "wording")))
            .AddSingleton<QuestionWords>()
            .AddSingleton<QuestionReader>()
            .AddSingleton<CommandWords>()
            .AddSingleton<ContactFinder>()
            .AddSingleton<AnswerComposer>()
            .AddSingleton(new PathwayCatalogue([]))
            .AddSingleton<IRefusals, TeamsRefusals>()
            .AddSingleton<TurnBoundary>()
            .AddSingleton<TurnSteps>()
            // The order is the policy: the first step that replies ends the turn.
            .AddSingleton<ITurnStep, CommandStep>()     // hello, help, contacts, more
            .AddSingleton<ITurnStep, AnswerStep>();     // a question: quote the guidance
    }
}
