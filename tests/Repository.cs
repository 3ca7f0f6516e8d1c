namespace GuidanceBot.Tests;

/// <summary>The checked-out repository that the tests were built from. Compiled into each project of tests that reads it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string start)
    {
        var folder = new DirectoryInfo(start);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException($"GuidanceBot.sln is in no folder above {start}. Run the tests from a checkout.");
    }
}
