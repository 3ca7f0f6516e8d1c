using System.Diagnostics;
using System.Globalization;

namespace GuidanceBot.Benchmarks.Protocol;

/// <summary>Conversations that run at once, each sending its next message when the reply to the last has come and been checked.</summary>
internal sealed class EchoDriver(int botPort, int conversations, LoopbackConnector? connector)
{
    private const string IdPlaceholder = "0000000000000";

    private int _turns;
    private int _wrong;

    public static ReadOnlySpan<byte> Reply => "Echo: is a baby nest safe?"u8;

    /// <summary>Runs for this long.</summary>
    /// <returns>The turns, those with a wrong reply, and the time of each in µs, sorted.</returns>
    public async Task<(int Turns, int Wrong, double[] Times)> RunAsync(TimeSpan time)
    {
        (_turns, _wrong) = (0, 0);
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var times = await Task.WhenAll(Enumerable.Range(0, conversations).Select(number => ConverseAsync(number, until)));
        var all = times.SelectMany(some => some).ToArray();
        Array.Sort(all);
        return (_turns, _wrong, all);
    }

    private async Task<List<double>> ConverseAsync(int number, long until)
    {
        var request = RawHttp.Request("/api/messages", botPort, MessageOf(number));
        var id = request.AsMemory(request.AsSpan().IndexOf("0000000000000"u8), IdPlaceholder.Length);
        var times = new List<double>(100_000);
        using var connection = await RawHttp.ConnectAsync(botPort);
        for (var begin = Stopwatch.GetTimestamp(); begin < until; begin = Stopwatch.GetTimestamp())
        {
            NextId(id.Span);
            var arrival = connector?.Expect(number);
            await connection.SendAsync(request);
            var (_, body) = await connection.ReceiveAsync();
            var right = arrival is null ? body.Span.IndexOf(Reply) >= 0 : await arrival;
            times.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            Interlocked.Increment(ref _turns);
            if (!right)
            {
                Interlocked.Increment(ref _wrong);
            }
        }

        return times;
    }

    /// <summary>Each message has an id of its own, or the bot would take it for a repeat.</summary>
    private static long _ids = Stopwatch.GetTimestamp() % 1_000_000_000;

    private static void NextId(Span<byte> id) =>
        Interlocked.Increment(ref _ids).TryFormat(id, out _, "D13", CultureInfo.InvariantCulture);

    /// <summary>A message as Teams sends it, about 1 KB.</summary>
    private string MessageOf(int number) => $$"""
        {"text":"is a baby nest safe?","textFormat":"plain","attachments":[{"contentType":"text/html","content":"<p>is a baby nest safe?</p>"}],
        "type":"message","timestamp":"2026-11-24T10:00:00.1234567Z","localTimestamp":"2026-11-24T10:00:00.1234567+00:00","id":"{{IdPlaceholder}}",
        "channelId":"msteams","serviceUrl":"http://127.0.0.1:{{connector?.Port ?? 9}}/teams/",
        "from":{"id":"29:1abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ","name":"A Practitioner","aadObjectId":"11111111-2222-3333-4444-555555555555"},
        "conversation":{"conversationType":"personal","tenantId":"66666666-7777-8888-9999-000000000000","id":"chat-{{number}}"},
        "recipient":{"id":"28:11111111-2222-3333-4444-555555555555","name":"Guidance"},
        "entities":[{"locale":"en-GB","country":"GB","platform":"Web","timezone":"Europe/London","type":"clientInfo"}],
        "channelData":{"tenant":{"id":"66666666-7777-8888-9999-000000000000"} },"locale":"en-GB","localTimezone":"Europe/London"
        {{(connector is null ? ",\"deliveryMode\":\"expectReplies\"" : "")}}}
        """;
}
