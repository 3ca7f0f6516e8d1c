using GuidanceBot.Knowledge.Yaml;
namespace GuidanceBot.Turns.Safety.Content;

/// <summary>From a path or a text to what its rules say.</summary>
internal static class RuleFile
{
    public static Loaded<T> Load<TRules, T>(string path, Func<string, ContentFaults, TRules?> read, Func<TRules, T> make)
        where TRules : class
        where T : class
    {
        var file = Path.GetFileName(path);
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            var faults = new ContentFaults(file);
            faults.Add("unreadable", 0, 0, $"The file cannot be read: {fault.Message} Check that it is there and may be read.");
            return new Loaded<T>(null, faults.All);
        }

        return Parse(text, file, read, make);
    }

    public static Loaded<T> Parse<TRules, T>(string text, string file, Func<string, ContentFaults, TRules?> read, Func<TRules, T> make)
        where TRules : class
        where T : class
    {
        var faults = new ContentFaults(file);
        return read(text, faults) is { } rules ? new Loaded<T>(make(rules), []) : new Loaded<T>(null, faults.All);
    }
}
