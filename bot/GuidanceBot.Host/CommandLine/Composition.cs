using GuidanceBot.Generation;
using GuidanceBot.Knowledge;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary>The program put together for one verb: the same turn as over HTTP, without a web server.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Composition(ServiceProvider services) => _services = services;

    public TurnBoundary Turn => Get<TurnBoundary>();

    /// <param name="clock">The time; the machine's when null.</param>
    /// <param name="settings">Settings as on the command line.</param>
    public static Composition ForTerminal(TimeProvider? clock = null, params string[] settings) => Make(clock, null, settings);

    /// <param name="clock">The time.</param>
    /// <param name="recorded">A file of a model's answers; null: the model itself, where one is configured.</param>
    public static Composition ForMeasuring(TimeProvider clock, RecordedAnswers? recorded) => Make(clock, recorded, []);

    private static Composition Make(TimeProvider? clock, RecordedAnswers? recorded, string[] settings)
    {
        var configuration = Settings.Load(settings);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(clock ?? TimeProvider.System)
            .AddLogging(logging => logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error)
                .AddFilter("GuidanceBot.Generation", LogLevel.Warning)
                .AddFilter("Polly", LogLevel.None))
            .AddKnowledge(configuration)
            .AddGenerationIfEnabled(configuration, recorded)
            .AddTurns(configuration);
        return new Composition(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
    }

    public T? Find<T>()
        where T : class => _services.GetService<T>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
