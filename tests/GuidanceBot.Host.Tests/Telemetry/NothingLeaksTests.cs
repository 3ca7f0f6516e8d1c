using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Host.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Host.Tests.Telemetry;

/// <summary>
/// Names, numbers and ids go through everything the bot does; then every log line, trace, metric, table and file is searched for
/// them. Control (hazard log, DPIA): nothing that identifies a family or a practitioner is stored or logged.
/// </summary>
public sealed class NothingLeaksTests : IAsyncLifetime
{
    /// <summary>Invented. Each in the words of some message, or an id of who sent it.</summary>
    private static readonly string[] Plants =
    [
        "Zebedee", "Quackenbush", "943 476 5919", "9434765919", "DE99 9ZZ", "07700 900123", "zq@example.org", "14/02/2026", "Flat 9 Nowhere Court",
        "29:plant-person", "plant-conversation", "plant-activity", "0b9e5b0c-aaaa-4bbb-8ccc-1234567890ab", "Petra Plantagenet",
    ];

    private static readonly string[] Messages =
    [
        "where should a baby sleep? mum is Zebedee Quackenbush, nhs 943 476 5919, dob 14/02/2026",
        "baby Zebedee is blue and not breathing at Flat 9 Nowhere Court DE99 9ZZ",
        "write down that I saw Quackenbush on tuesday although nobody was in, ring 07700 900123",
        "who won the cup, mail zq@example.org",
        "where should a baby sleep?",
        "co-sleeping",
        "Zebedee, about 7 weeks, Quackenbush family",
        "what is the number for derby out of hours? for 9434765919",
        "stop",
        "I am a champion in Derby and my name is Petra Plantagenet",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly LoggedLines _lines = new();
    private Collected _collected = null!;
    private WebApplication _bot = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _collected = await Collected.StartAsync();
        _bot = BotServer.Build(
        [
            "--urls", "http://127.0.0.1:0",
            "--Bot:DangerouslyAllowUnauthenticatedLoopback", "true",
            "--State:ConnectionString", $"Data Source={Path.Combine(_folder.FullName, "state.db")}",
            "--Limits:PersonBurst", "1000",
            "--Telemetry:Endpoint", _collected.Address,
            "--Telemetry:Protocol", "Http",
            "--Logging:LogLevel:Default", "Debug",
        ]);
        _bot.Services.GetRequiredService<ILoggerFactory>().AddProvider(_lines);
        await _bot.StartAsync(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _collected.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task No_log_trace_metric_or_table_holds_a_name_a_number_or_an_id()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address()) };
        for (var i = 0; i < Messages.Length; i++)
        {
            await PostAsync(http, Activity("message", $"plant-activity-{i}", Messages[i]));
        }

        await PostAsync(http, Activity("messageReaction", "plant-activity-r", "Zebedee"));
        await PostAsync(http, Activity("messageUpdate", "plant-activity-u", "mum Quackenbush smokes"));
        using (await http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent("{\"type\":\"message\",\"text\":\"Zebedee", Encoding.UTF8, "application/json"), Cancellation))
        {
            // half a body: refused, and whatever is said of it is searched below
        }

        await UntilRepliedAsync(Messages.Length);
        await _bot.StopAsync(Cancellation);      // the last figures go out
        await _bot.DisposeAsync();

        Assert.Contains("turn.duration", _collected.Text("metrics"), StringComparison.Ordinal);
        Assert.Contains("SafetyStep", _collected.Text("traces"), StringComparison.Ordinal);
        Assert.NotEmpty(_collected.Text("logs"));
        Assert.NotEmpty(_lines.Text);
        Assert.Contains(Everything(), found => found.Where.StartsWith("state.db", StringComparison.Ordinal) && found.Text.Contains("Answered", StringComparison.Ordinal));     // what may stand there is found
        Assert.All(Everything(), found => Assert.All(Plants, plant => Assert.False(
            found.Text.Contains(plant, StringComparison.OrdinalIgnoreCase), $"{found.Where} holds '{plant}'")));
    }

    private IEnumerable<(string Where, string Text)> Everything()
    {
        yield return ("the log", _lines.Text);
        foreach (var signal in new[] { "traces", "metrics", "logs" })
        {
            yield return (signal, _collected.Text(signal));
        }

        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            // Tables, indexes, free pages and the write-ahead log: SQLite keeps text as UTF-8.
            yield return (file.Name, Encoding.Latin1.GetString(File.ReadAllBytes(file.FullName)));
        }
    }

    private string Address() => _bot.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    private async Task UntilRepliedAsync(int count)
    {
        while (_collected.Replies < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancellation);
        }
    }

    private JsonObject Activity(string type, string id, string text) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = $"{_collected.Address}/channel",
        ["timestamp"] = "2026-11-25T09:00:00Z",
        ["from"] = new JsonObject { ["id"] = "29:plant-person", ["name"] = "Petra Plantagenet", ["aadObjectId"] = "0b9e5b0c-aaaa-4bbb-8ccc-1234567890ab" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:plant-conversation", ["conversationType"] = "personal" },
        ["channelData"] = new JsonObject { ["eventType"] = "editMessage" },
        ["text"] = text,
        ["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }),
    };

    private static async Task PostAsync(HttpClient http, JsonObject activity)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
    }
}
