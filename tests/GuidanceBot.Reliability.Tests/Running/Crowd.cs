using System.Net.Http.Json;

namespace GuidanceBot.Reliability.Tests.Running;

/// <summary>People in the middle of pathways. A message that is not acknowledged is sent again, as channels do, until it is.</summary>
internal sealed class Crowd(IReadOnlyList<ReplicaProcess> replicas, ChannelServer channel, int conversations, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(500);

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly int[] _acknowledged = new int[conversations];
    private int _again;

    public int Acknowledged => _acknowledged.Sum();

    public int SentAgain => _again;

    public static string NameOf(int conversation) => $"a:conversation-{conversation}";

    /// <summary>Every conversation answers until the end, each at its own pace; some answer two questions at once, some send twice.</summary>
    public Task AnswerAsync(TimeSpan betweenAnswers, CancellationToken end) =>
        Task.WhenAll(Enumerable.Range(0, conversations).Select(conversation => AnswerAsync(conversation, betweenAnswers, end)));

    /// <summary>Waits until every acknowledged answer has its reply.</summary>
    public async Task<bool> AllRepliedAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            if (Enumerable.Range(0, conversations).All(c => channel.Taken(NameOf(c)).Distinct().Count() >= _acknowledged[c]))
            {
                return true;
            }

            await Task.Delay(BeforeAgain, TimeProvider.System);
        }

        return false;
    }

    /// <summary>What is wrong with what the conversations were told; and how often something was told twice.</summary>
    public (IReadOnlyList<string> Faults, int Twice) Judge()
    {
        var faults = new List<string>();
        var twice = 0;
        for (var conversation = 0; conversation < conversations; conversation++)
        {
            var taken = channel.Taken(NameOf(conversation));
            // A reply that came twice comes twice in a row: the next replica goes on where the record ends.
            var once = taken.Where((text, i) => i == 0 || taken[i - 1] != text).ToArray();
            twice += taken.Count - once.Length;
            faults.AddRange(FaultsIn(conversation, once));
        }

        return (faults, twice);
    }

    private IEnumerable<string> FaultsIn(int conversation, string[] replies)
    {
        var expected = _acknowledged[conversation];
        if (replies.Length != expected)
        {
            yield return $"{NameOf(conversation)}: {expected} answers, {replies.Length} replies";
        }

        var all = Enumerable.Range(1, expected).Select(n => $"answer{n}").ToHashSet();
        for (var i = 0; i < replies.Length; i++)
        {
            var kept = replies[i].Split(' ');
            // The i-th reply holds i + 1 answers, those of the reply before first: nothing lost, nothing out of order.
            if (kept.Length != i + 1 || !all.IsSupersetOf(kept) || (i > 0 && !replies[i].StartsWith(replies[i - 1] + ' ', StringComparison.Ordinal)))
            {
                yield return $"{NameOf(conversation)}: reply {i + 1} is '{replies[i]}'";
                yield break;
            }
        }
    }

    private async Task AnswerAsync(int conversation, TimeSpan betweenAnswers, CancellationToken end)
    {
        var random = new Random(seed + conversation);
        var next = 1;
        while (!end.IsCancellationRequested)
        {
            // One in ten conversations answers two questions at once, in whatever order they arrive.
            var atOnce = conversation % 10 == 0 ? 2 : 1;
            var answers = Enumerable.Range(next, atOnce).Select(n => SendAsync(conversation, n, random.Next(), random.NextDouble() < 0.05));
            await Task.WhenAll(answers.ToArray());
            next += atOnce;
            _acknowledged[conversation] += atOnce;
            await Task.Delay(betweenAnswers * (0.5 + random.NextDouble()), TimeProvider.System, end).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private Task SendAsync(int conversation, int n, int choice, bool twice) => twice
        ? Task.WhenAll(SendAsync(conversation, n, choice), SendAsync(conversation, n, choice + 1))
        : SendAsync(conversation, n, choice);

    private async Task SendAsync(int conversation, int n, int choice)
    {
        var activity = new
        {
            type = "message",
            id = $"{conversation}-{n}",
            channelId = "msteams",
            serviceUrl = channel.Address,
            from = new { id = $"29:person-{conversation}" },
            recipient = new { id = "28:bot" },
            conversation = new { id = NameOf(conversation), conversationType = "personal" },
            text = $"answer{n}",
        };
        for (var tries = 0; ; tries++)
        {
            try
            {
                var replica = replicas[((choice & int.MaxValue) + tries) % replicas.Count];
                using var answer = await Http.PostAsJsonAsync(new Uri(replica.Address, "/api/messages"), activity);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException)
            {
                // Whether it arrived is not known: so it is sent again.
            }

            Interlocked.Increment(ref _again);
            await Task.Delay(BeforeAgain, TimeProvider.System);
        }
    }
}
