using GuidanceBot.Protocol.Connector;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Commands;
using GuidanceBot.Turns.Conversations;
using GuidanceBot.Turns.Drafts;
using GuidanceBot.Turns.Escalation;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Keeping;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Safety.UnsafeRequests;
using GuidanceBot.Turns.Teams;
using GuidanceBot.Turns.Telemetry;
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
            .AddMetrics()
            .AddSingleton<TurnMeter>()
            .AddSingleton(_ => BotWording.Read(Path.Combine(AppContext.BaseDirectory, "wording")))
            .AddSingleton(_ => Rules(SafetyCheck.Load, "danger-signs.yaml"))
            .AddSingleton(_ => Rules(RequestCheck.Load, "declined-requests.yaml"))
            .AddSingleton<ReplyNotices>()
            .AddSingleton<QuestionWords>()
            .AddSingleton<QuestionReader>()
            .AddSingleton<CommandWords>()
            .AddSingleton<PersonWords>()
            .AddSingleton<ContactFinder>()
            .AddSingleton<AnswerComposer>()
            .AddSingleton(_ => new PathwayCatalogue(DialogsFolder))
            .AddSingleton<PathwaySettings>()
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<PathwayDialogs>(provider, DialogsFolder))
            .AddSingleton<PathwayReturn>()
            .AddSingleton(provider => new PathwayFollowUp(provider.GetRequiredService<DraftFollowUp>(), provider.GetRequiredService<ExportOffer>()))
            .AddSingleton<PathwayStep>()
            .AddExports(DialogsFolder)
            .AddDrafts()
            .AddEscalation(configuration)
            .AddSingleton<ReplyCards>()
            .AddSingleton<TeamsReplies>()
            .AddSingleton<CardPresses>()
            .AddSingleton<FeedbackForm>()
            .AddSingleton<MessageExtension>()
            .AddSingleton(provider => new FileConsents(
                provider.GetRequiredService<HandedOver>(), provider.GetRequiredService<FileUploads>(), provider.GetRequiredService<BotWording>()))
            .AddSingleton<IRefusals, TeamsRefusals>()
            .AddSingleton<TurnBoundary>()
            .AddSingleton<TurnSteps>()
            // The order is the policy: the first step that replies ends the turn.
            .AddSingleton<ITurnStep, SafetyStep>()      // someone may be in danger: before anything else
            .AddSingleton<ITurnStep, DeclineStep>()     // something unsafe, or outside: a clear no
            .AddSingleton<ITurnStep, ForgetStep>()      // "forget me"
            .AddSingleton<ITurnStep, PersonStep>()      // "I'm a champion in Derbyshire", and nothing else
            .AddSingleton<ITurnStep, DraftStep>()       // "save for later", "resume", "forget this"
            .AddSingleton<ITurnStep>(provider => provider.GetRequiredService<CalendarStep>()) // "calendar": the escalation's next date
            .AddSingleton<ITurnStep, ExportStep>()      // "word document", "parent leaflet", "summary"
            .AddSingleton<ITurnStep>(provider => provider.GetRequiredService<PathwayStep>()) // a guided conversation: under way, or begun by this message
            .AddSingleton<ITurnStep, CommandStep>()     // hello, help, contacts, more
            .AddSingleton<ITurnStep, AnswerStep>();     // a question: quote the guidance
    }

    private static string DialogsFolder => Path.Combine(AppContext.BaseDirectory, "dialogs");

    /// <exception cref="InvalidDataException">The file has mistakes; the message has them all, a line each.</exception>
    private static T Rules<T>(Func<string, Loaded<T>> load, string file)
        where T : class
    {
        var loaded = load(Path.Combine(AppContext.BaseDirectory, "knowledge", file));
        return loaded.Value ?? throw new InvalidDataException(string.Join(Environment.NewLine, loaded.Errors));
    }
}
