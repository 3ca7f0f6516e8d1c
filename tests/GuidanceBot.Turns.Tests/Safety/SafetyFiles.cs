using System.Text.Json;
using GuidanceBot.Turns.Safety;
using GuidanceBot.Turns.Safety.UnsafeRequests;

namespace GuidanceBot.Turns.Tests.Safety;

/// <summary>The files that the checks are made of, as they stand in the repository.</summary>
internal static class SafetyFiles
{
    private static readonly string Root = FindRoot(AppContext.BaseDirectory);

    public static string DangerSigns { get; } = Path.Combine(Root, "knowledge", "danger-signs.yaml");

    public static string DeclinedRequests { get; } = Path.Combine(Root, "knowledge", "declined-requests.yaml");

    public static string Contacts { get; } = Path.Combine(Root, "knowledge", "contacts.yaml");

    public static string WordingFolder { get; } = Path.Combine(Root, "bot", "wording");

    public static string Wording { get; } = Path.Combine(WordingFolder, "safety.lg");

    public static SafetyCheck SafetyCheck { get; } = Whole(Turns.Safety.SafetyCheck.Load(DangerSigns));

    public static RequestCheck RequestCheck { get; } = Whole(Turns.Safety.UnsafeRequests.RequestCheck.Load(DeclinedRequests));

    public static IReadOnlyList<Question> Questions(string part) =>
        [.. File.ReadLines(Path.Combine(Root, "tests", "questions", "danger", part + ".jsonl")).Select(Read)];

    private static Question Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var question = json.RootElement;
        return new Question(
            question.GetProperty("id").GetString()!, question.GetProperty("question").GetString()!, question.GetProperty("kind").GetString()!);
    }

    private static T Whole<T>(Loaded<T> loaded)
        where T : class
    {
        Assert.Empty(loaded.Errors);
        return loaded.Value!;
    }

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "GuidanceBot.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    internal sealed record Question(string Id, string Text, string Kind)
    {
        public bool IsDanger => Kind == "emergency";
    }
}
