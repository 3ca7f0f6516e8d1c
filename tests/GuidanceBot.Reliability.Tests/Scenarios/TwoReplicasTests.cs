using System.Diagnostics;
using GuidanceBot.Reliability.Tests.Running;
using Npgsql;

namespace GuidanceBot.Reliability.Tests.Scenarios;

/// <summary>Two replicas on PostgreSQL, killed in turn, the database restarted, the channel failing: nothing lost, nothing out of order.</summary>
public sealed class TwoReplicasTests
{
    private const int Seed = 20261124;
    private const int Conversations = 200;
    private const double ChannelFaults = 0.15;

    /// <summary>Few, so that few replies are between the channel's taking and our record when a kill falls, on a slow machine too.</summary>
    private const int MaxSending = 8;

    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan BetweenAnswers = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Two_hundred_conversations_lose_nothing_while_replicas_are_killed_and_the_database_restarts()
    {
        var server = Environment.GetEnvironmentVariable(Settings.PostgresVariable);
        var control = Environment.GetEnvironmentVariable(Settings.PostgresControlVariable);
        Assert.SkipWhen(string.IsNullOrEmpty(server), $"{Settings.PostgresVariable} names no PostgreSQL server.");
        Assert.SkipWhen(string.IsNullOrEmpty(control), $"{Settings.PostgresControlVariable} names no command that restarts it.");
        var settings = Settings.Of("PostgreSql", await CreateDatabaseAsync(server), MaxSending);
        await using var channel = await ChannelServer.StartAsync(Seed, ChannelFaults);
        await using var first = new ReplicaProcess("first", settings);
        await using var second = new ReplicaProcess("second", settings);
        ReplicaProcess[] replicas = [first, second];
        await Task.WhenAll(first.StartAsync(0), second.StartAsync(0));     // at once, on an empty database
        var crowd = new Crowd(replicas, channel, Conversations, Seed);

        using var end = new CancellationTokenSource();
        var answering = crowd.AnswerAsync(BetweenAnswers, end.Token);
        var kills = (int)(6 * Settings.Length);
        var random = new Random(Seed);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(BetweenKills * random.NextDouble(), TimeProvider.System, TestContext.Current.CancellationToken);
            var victim = replicas[kill % 2];
            await victim.KillAsync();
            await victim.StartAsync(clockOffMinutes: random.Next(-60, 60));
            if (kill == kills / 2)
            {
                await RestartDatabaseAsync(control);
            }
        }

        await end.CancelAsync();
        await answering;
        var all = await crowd.AllRepliedAsync();
        var (faults, twice) = crowd.Judge();

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{crowd.Acknowledged} answers, {crowd.SentAgain} sent again, {channel.Failed} failures of the channel, {kills} kills, {twice} replies twice");
        Assert.True(all && faults.Count == 0, string.Join('\n', [.. faults.Take(20), .. first.Output, .. second.Output]));
        Assert.InRange(twice, 0, kills);
        Assert.True(channel.Failed > 0, "The channel did not fail, so nothing was shown.");
    }

    private static async Task<string> CreateDatabaseAsync(string server)
    {
        var database = $"reliability_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE {database}", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(server) { Database = database, MaxPoolSize = 30 }.ConnectionString;
    }

    private static async Task RestartDatabaseAsync(string control)
    {
        using var restart = Process.Start(control, "restart");
        await restart.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, restart.ExitCode);
    }
}
