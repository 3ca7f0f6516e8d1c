namespace GuidanceBot.Host.CommandLine;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The verb ran, and what it checked is not as it should be.</summary>
    public const int CheckFailed = 1;

    /// <summary>The words of the call are wrong, or what they name is not there.</summary>
    public const int WrongUse = 2;
}
