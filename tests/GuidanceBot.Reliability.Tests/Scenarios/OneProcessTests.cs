using GuidanceBot.Reliability.Tests.Running;

namespace GuidanceBot.Reliability.Tests.Scenarios;

/// <summary>One process on a SQLite file, killed at random points: nothing lost, nothing out of order.</summary>
public sealed class OneProcessTests
{
    private const int Seed = 20261125;
    private const int Conversations = 40;
    private const double ChannelFaults = 0.05;

    /// <summary>One by one: then a kill can fall between the channel's taking and our record of one reply only.</summary>
    private const int MaxSending = 1;

    private static readonly TimeSpan LongestLife = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan BetweenAnswers = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Conversations_lose_nothing_while_the_process_is_killed_again_and_again()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-reliability");
        var settings = Settings.Of("Sqlite", $"Data Source={Path.Combine(folder.FullName, "state.db")}", MaxSending);
        await using var channel = await ChannelServer.StartAsync(Seed, ChannelFaults);
        await using var bot = new ReplicaProcess("bot", settings);
        await bot.StartAsync(0);
        var crowd = new Crowd([bot], channel, Conversations, Seed);

        using var end = new CancellationTokenSource();
        var answering = crowd.AnswerAsync(BetweenAnswers, end.Token);
        var random = new Random(Seed);
        var kills = (int)(12 * Settings.Length);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(LongestLife * random.NextDouble(), TimeProvider.System, TestContext.Current.CancellationToken);
            await bot.KillAsync();
            await bot.StartAsync(clockOffMinutes: random.Next(-60, 60));
        }

        await end.CancelAsync();
        await answering;
        var all = await crowd.AllRepliedAsync();
        var (faults, twice) = crowd.Judge();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{crowd.Acknowledged} answers, {crowd.SentAgain} sent again, {channel.Failed} failures of the channel, {kills} kills, {twice} replies twice");
        Assert.True(all && faults.Count == 0, string.Join('\n', [.. faults.Take(20), .. bot.Output]));
        Assert.InRange(twice, 0, kills);
        folder.Delete(recursive: true);
    }
}
