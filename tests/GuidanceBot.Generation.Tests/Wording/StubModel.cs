using System.Text.Json;
using GuidanceBot.Generation.Models;
using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace GuidanceBot.Generation.Tests.Wording;

/// <summary>A model behind real HTTP that says what a test wants, and the product that asks it.</summary>
internal sealed class StubModel : IAsyncDisposable
{
    public const string Sofa = "Never fall asleep with a baby on a sofa.";

    public const string Cot = "Use a firm mattress, such as a cot mattress.";

    private readonly Dictionary<string, string?> _settings;
    private ServiceProvider? _services;

    /// <param name="ollama">Speaks as Ollama does, else as OpenAI.</param>
    /// <param name="settings">Added to the settings, under <c>Generation</c>.</param>
    public StubModel(bool ollama = false, params (string Name, string? Value)[] settings)
    {
        Folder = Directory.CreateTempSubdirectory("guidancebot-generation").FullName;
        _settings = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Generation:EncoderPath"] = "",
            ["Generation:OffFile"] = Path.Combine(Folder, "generation.off"),
            ["Generation:Chat:Provider"] = ollama ? "Ollama" : "OpenAI",
            ["Generation:Chat:Endpoint"] = ollama ? Server.Url : $"{Server.Url}/v1",
            ["Generation:Chat:Model"] = "stub",
            ["Generation:Chat:ApiKey"] = ollama ? null : "key",
            ["Generation:Chat:Timeout"] = "00:00:20",
        };
        foreach (var (name, value) in settings)
        {
            _settings[$"Generation:{name}"] = value;
        }
    }

    public WireMockServer Server { get; } = WireMockServer.Start();

    public string Folder { get; }

    public List<string> Log { get; } = [];

    /// <summary>Settings that change while the program runs.</summary>
    public IConfigurationRoot Configuration { get; private set; } = null!;

    public IAnswerWording Wording => Services.GetRequiredService<IAnswerWording>();

    public GenerationCounters Counters => Services.GetRequiredService<GenerationCounters>();

    public ServiceProvider Services => _services ??= Build();

    /// <summary>What reached the model, the newest last.</summary>
    public IReadOnlyList<string> Asked => [.. Server.LogEntries.Select(entry => entry.RequestMessage!.Body ?? "")];

    public StubModel Says(params (string Text, int Passage)[] sentences) =>
        Answers(JsonSerializer.Serialize(new { sentences = sentences.Select(sentence => new { text = sentence.Text, passage = sentence.Passage }) }));

    public StubModel Answers(string content, string finish = "stop") => Responds(Completion(content, finish));

    public StubModel Responds(string body, int status = 200, TimeSpan? delay = null, string? retryAfter = null)
    {
        var response = Response.Create().WithStatusCode(status).WithHeader("Content-Type", "application/json").WithBody(body);
        if (delay is { } wait)
        {
            response = response.WithDelay(wait);
        }

        if (retryAfter is not null)
        {
            response = response.WithHeader("Retry-After", retryAfter);
        }

        Server.Reset();
        Server.Given(Request.Create().UsingPost()).RespondWith(response);
        return this;
    }

    public async Task<string?> WordAsync(params string[] units) => await WordAsync("Can a baby sleep on a sofa?", units);

    /// <returns>What is said in the place of the units; null: they are quoted.</returns>
    public async Task<string?> WordAsync(string question, string[] units)
    {
        var worded = await Wording.WordAsync(question, [Some.Quoted(units)], TestContext.Current.CancellationToken);
        return worded is null ? null : string.Join(' ', worded.Single().Sentences.Select(sentence => sentence.IsQuote ? $"“{sentence.Text}”" : sentence.Text));
    }

    public static string Completion(string content, string finish = "stop") => JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "stub",
        choices = new[] { new { index = 0, message = new { role = "assistant", content }, finish_reason = finish } },
        usage = new { prompt_tokens = 70, completion_tokens = 30, total_tokens = 100 },
    });

    public static string OllamaAnswer(string content) => JsonSerializer.Serialize(new
    {
        model = "stub",
        created_at = "2026-11-27T00:00:00Z",
        message = new { role = "assistant", content },
        done = true,
        done_reason = "stop",
        prompt_eval_count = 70,
        eval_count = 30,
    });

    public async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        Server.Stop();
        Server.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var library = Some.Library(Some.Passage($"{Sofa} {Cot} Use a firm mattress. Can a baby sleep on it?"));
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(Configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(library)
            .AddSingleton(library.Contacts)
            .AddSingleton(Some.Words)
            .AddLogging(logging => logging.AddProvider(new ListLogger(Log)).SetMinimumLevel(LogLevel.Trace))
            .AddGenerationIfEnabled(Configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private sealed class ListLogger(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add($"{logLevel}: {formatter(state, exception)}");
            }
        }

        public void Dispose()
        {
            // Holds a list that is the test's.
        }
    }
}
