using System.Globalization;
using BenchmarkDotNet.Loggers;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.State;
using GuidanceBot.State.Outbox;
using GuidanceBot.Turns;
using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidanceBot.Benchmarks.State;

/// <summary>Turns a second through the store: read, change, commit, deliver to a channel that takes everything at once. Every reply is counted.</summary>
internal static class StateBenchmark
{
    private const int LatenciesKept = 2_000_000;

    /// <param name="provider">The store.</param>
    /// <param name="connectionString">Where; null for memory.</param>
    /// <param name="replicas">How many share it, all in this process.</param>
    /// <param name="atOnce">Conversations that have a turn at once, in each replica.</param>
    /// <param name="time">How long.</param>
    /// <param name="log">Where the figures go.</param>
    public static async Task RunAsync(
        StateProvider provider, string? connectionString, int replicas, int atOnce, TimeSpan time, ILogger log)
    {
        var channel = new OpenChannel();
        var hosts = new List<IHost>();
        for (var i = 0; i < replicas; i++)
        {
            hosts.Add(await StartAsync(provider, connectionString, channel));
        }

        await MeasureAsync(hosts, atOnce, TimeSpan.FromSeconds(2));       // warm
        channel.Reset();
        var (latencies, seconds) = await MeasureAsync(hosts, atOnce, time);
        await channel.WaitAsync(latencies.Count);
        latencies.Sort();
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{provider}, {replicas} replicas, {atOnce} at once: {latencies.Count / seconds:0} turns/s, p50 {At(latencies, 0.5):0.0} ms, p95 {At(latencies, 0.95):0.0} ms, p99 {At(latencies, 0.99):0.0} ms; {channel.Count} replies delivered"));
        foreach (var host in hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }
    }

    /// <summary>What the program holds in memory when this many conversations were had.</summary>
    public static async Task RunMemoryAsync(StateProvider provider, string? connectionString, int conversations, ILogger log)
    {
        var channel = new OpenChannel();
        using var host = await StartAsync(provider, connectionString, channel);
        var turn = host.Services.GetRequiredService<ITurnHandler>();
        await SayAsync(turn, "warm", 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Parallel.ForAsync(0, conversations, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (n, _) => await SayAsync(turn, $"c{n}", 0));
        await channel.WaitAsync(conversations + 1);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{provider}, {conversations} conversations: heap {before / 1e6:0.0} MB before, {after / 1e6:0.0} MB after; working set {Environment.WorkingSet / 1e6:0} MB"));
        await host.StopAsync();
    }

    private static async Task<(List<double> Latencies, double Seconds)> MeasureAsync(List<IHost> hosts, int atOnce, TimeSpan time)
    {
        var all = new List<double>(LatenciesKept);
        var began = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(hosts.SelectMany((host, replica) => Enumerable.Range(0, atOnce).Select(n => Task.Run(async () =>
        {
            var turn = host.Services.GetRequiredService<ITurnHandler>();
            var mine = new List<double>();
            for (var i = 0; TimeProvider.System.GetElapsedTime(began) < time; i++)
            {
                var start = TimeProvider.System.GetTimestamp();
                await SayAsync(turn, $"r{replica}-{n}", i);
                mine.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            }

            lock (all)
            {
                all.AddRange(mine);
            }
        }))));
        return (all, TimeProvider.System.GetElapsedTime(began).TotalSeconds);
    }

    private static Task SayAsync(ITurnHandler turn, string conversation, int n)
    {
        var activity = new Activity
        {
            Type = ActivityTypes.Message,
            Id = $"{conversation}-{n}-{Guid.NewGuid():N}",
            ChannelId = "msteams",
            ServiceUrl = "http://localhost:1",
            From = new ChannelAccount { Id = "29:" + conversation },
            Conversation = new ConversationAccount { Id = conversation },
            Text = "Is it safe to sleep on the sofa with a baby?",
        };
        return turn.OnTurnAsync(new TurnContext(activity, activity.GetConversationReference(), Replies), CancellationToken.None);
    }

    private static async Task<IHost> StartAsync(StateProvider provider, string? connectionString, OpenChannel channel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["State:Provider"] = provider.ToString(),
            ["State:ConnectionString"] = connectionString,
            ["Limits:PersonBurst"] = "10000",
            ["Limits:PersonPace"] = "00:00:00.001",
        });
        builder.Services
            .AddSingleton<IReplySender>(channel)
            .AddSingleton<IRefusals, NoRefusals>()
            .AddSingleton<ITurnHandler, SmallTurn>()
            .AddState(builder.Configuration);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)((sorted.Count - 1) * share)];

    private static readonly IReplyChannel Replies = new NoReplies();

    /// <summary>A conversation of ordinary size: a few answers, a few suggestions, a reply of an answer's length.</summary>
    private sealed class SmallTurn(IConversations conversations) : ITurnHandler
    {
        private static readonly string Answer = new('x', 900);

        public async Task OnTurnAsync(TurnContext context, CancellationToken cancellationToken)
        {
            var key = $"{context.Activity.ChannelId}|{context.Activity.Conversation.Id}";
            var conversation = await conversations.GetAsync(key, cancellationToken);
            conversation.LastSuggestions = [.. conversation.LastSuggestions.TakeLast(5), "What else should I ask the parents about tonight?"];
            await conversations.SaveAsync(key, conversation, cancellationToken);
            await context.SendActivityAsync(Answer, cancellationToken);
        }
    }

    private sealed class OpenChannel : IReplySender
    {
        private int _count;

        public int Count => _count;

        public void Reset() => _count = 0;

        public async Task WaitAsync(int count)
        {
            for (var tries = 0; _count < count && tries < 600; tries++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        public Task<SendOutcome> SendAsync(ConversationReference address, byte[] body, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _count);
            return Task.FromResult(SendOutcome.Of(201));
        }

        public Task<SendOutcome> UpdateAsync(ConversationReference address, string activityId, byte[] body, CancellationToken cancellationToken) =>
            SendAsync(address, body, cancellationToken);

        public Task<SendOutcome> DeleteAsync(ConversationReference address, string activityId, CancellationToken cancellationToken) =>
            SendAsync(address, [], cancellationToken);
    }

    private sealed class NoReplies : IReplyChannel
    {
        public bool CanUpdate => true;

        public Task<ResourceResponse> SendAsync(OutgoingActivity activity, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("A turn was refused or answered without the store: the figures would mean nothing.");

        public Task UpdateAsync(string activityId, OutgoingActivity activity, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task DeleteAsync(string activityId, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class NoRefusals : IRefusals
    {
        public OutgoingActivity Say(Refusal refusal, Activity activity) => OutgoingActivity.Message(refusal.ToString());
    }
}
