namespace GuidanceBot.Reliability.Tests.Running;

/// <summary>What a run of the scenarios is given.</summary>
internal static class Settings
{
    /// <summary>Set to a number to make the scenarios that many times as long; CI leaves it.</summary>
    public const string LengthVariable = "GUIDANCEBOT_RELIABILITY_LENGTH";

    public const string PostgresVariable = "GUIDANCEBOT_TEST_POSTGRES";

    /// <summary>The command that restarts that server: <c>pg_ctl</c> with its folder.</summary>
    public const string PostgresControlVariable = "GUIDANCEBOT_TEST_POSTGRES_CTL";

    public static double Length => double.TryParse(
        Environment.GetEnvironmentVariable(LengthVariable), System.Globalization.CultureInfo.InvariantCulture, out var length) ? length : 1;

    public static (string Key, string Value)[] Of(string provider, string connectionString, int maxSending) =>
    [
        ("State:Outbox:MaxSending", maxSending.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Bot:DangerouslyAllowUnauthenticatedLoopback", "true"),
        ("State:Provider", provider),
        ("State:ConnectionString", connectionString),
        ("State:Outbox:Lease", "00:00:04"),
        ("State:Outbox:LookEvery", "00:00:00.500"),
        ("State:Outbox:FirstRetry", "00:00:00.100"),
        ("State:Outbox:LongestRetry", "00:00:02"),
        ("Limits:PersonBurst", "10000"),
    ];
}
