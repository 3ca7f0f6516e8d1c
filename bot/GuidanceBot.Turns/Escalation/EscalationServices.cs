using GuidanceBot.Turns.Wording;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Turns.Escalation;

/// <summary>What the escalation's dates are made of.</summary>
internal static class EscalationServices
{
    private const string Usual = "escalation-stages.yaml";

    public static IServiceCollection AddEscalation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EscalationOptions>()
            .Bind(configuration.GetSection(EscalationOptions.Section), binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services
            .AddSingleton(provider => new EscalationDates(
                Stages(provider.GetRequiredService<IOptions<EscalationOptions>>().Value),
                provider.GetRequiredService<BotWording>(),
                provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<CalendarStep>();
    }

    /// <exception cref="InvalidDataException">The file is not there though it is named, or has mistakes; the message has them all, a line each.</exception>
    public static EscalationStages? Stages(EscalationOptions options)
    {
        var path = options.StagesPath ?? Path.Combine(AppContext.BaseDirectory, "knowledge", Usual);
        if (!File.Exists(path))
        {
            return options.StagesPath is null
                ? null
                : throw new InvalidDataException($"Escalation:StagesPath is '{path}', and there is no such file. Put the stages there, or take the setting out.");
        }

        var read = EscalationStagesReader.Read(File.ReadAllText(path), Path.GetFileName(path));
        return read.Value ?? throw new InvalidDataException(string.Join(Environment.NewLine, read.Errors));
    }
}
