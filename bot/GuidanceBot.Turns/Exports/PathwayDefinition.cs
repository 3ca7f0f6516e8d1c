using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace GuidanceBot.Turns.Exports;

/// <summary>What a guided conversation asks, as its <c>.dialog</c> file says.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Key">Its name in the dialogs' memory.</param>
/// <param name="Edition">Changes whenever a question, an answer or a sentence of it changes.</param>
/// <param name="Questions">In the order of the file.</param>
internal sealed record PathwayDefinition(string Name, string Key, string Edition, IReadOnlyList<PathwayQuestion> Questions)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 256 };

    public PathwayQuestion? Find(string id) => Questions.FirstOrDefault(question => question.Id == id);

    /// <summary>Whether the answer is one that the question offers now, or one that every question takes.</summary>
    public bool Takes(string question, string answer) =>
        Find(question) is { } asked && (answer is PathwayAnswers.NotKnown or PathwayAnswers.PreferNotToSay || asked.Choices.Any(choice => choice.Value == answer));

    /// <param name="name">The folder of the pathway.</param>
    /// <param name="key">Its name in the dialogs' memory.</param>
    /// <param name="dialog">The content of its <c>.dialog</c> file.</param>
    /// <param name="wording">The content of its <c>.lg</c> file.</param>
    public static PathwayDefinition Read(string name, string key, string dialog, string wording)
    {
        using var document = JsonDocument.Parse(dialog, Lenient);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var inputs = new List<(string Id, IReadOnlyList<PathwayChoice> Choices)>();
        Walk(document.RootElement, $"conversation.{key}.answers.", labels, inputs);
        return new PathwayDefinition(
            name,
            key,
            EditionOf(dialog, wording),
            [.. inputs.DistinctBy(input => input.Id).Select(input => new PathwayQuestion(input.Id, labels.GetValueOrDefault(input.Id, input.Id), input.Choices))]);
    }

    private static void Walk(JsonElement at, string answers, Dictionary<string, string> labels, List<(string, IReadOnlyList<PathwayChoice>)> inputs)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in at.EnumerateArray())
                {
                    Walk(item, answers, labels, inputs);
                }

                break;
            case JsonValueKind.Object:
                var property = Text(at, "property");
                if (property == "conversation.questions" && at.TryGetProperty("value", out var questions) && questions.ValueKind == JsonValueKind.Object)
                {
                    foreach (var question in questions.EnumerateObject())
                    {
                        labels[question.Name] = Text(question.Value, "label") ?? question.Name;
                    }
                }
                else if (property is not null && property.StartsWith(answers, StringComparison.Ordinal) && at.TryGetProperty("choices", out var choices))
                {
                    inputs.Add((property[answers.Length..], Choices(choices)));
                }

                foreach (var member in at.EnumerateObject())
                {
                    Walk(member.Value, answers, labels, inputs);
                }

                break;
        }
    }

    private static PathwayChoice[] Choices(JsonElement choices) => choices.ValueKind != JsonValueKind.Array ? [] :
    [
        .. choices.EnumerateArray()
            .Where(choice => choice.ValueKind == JsonValueKind.Object)
            .Select(choice => (Value: Text(choice, "value"), Title: choice.TryGetProperty("action", out var action) ? Text(action, "title") : null))
            .Where(choice => choice.Value is not (null or PathwayAnswers.NotKnown or PathwayAnswers.PreferNotToSay or PathwayAnswers.SomethingElse))
            .Select(choice => new PathwayChoice(choice.Value!, choice.Title ?? choice.Value!)),
    ];

    private static string? Text(JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static string EditionOf(string dialog, string wording) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((dialog + '\n' + wording).ReplaceLineEndings("\n"))))[..8];
}

/// <param name="Id">Its name in the answers.</param>
/// <param name="Label">What it is about.</param>
/// <param name="Choices">The answers it offers, without those that every question takes.</param>
internal sealed record PathwayQuestion(string Id, string Label, IReadOnlyList<PathwayChoice> Choices);

/// <param name="Value">As it is kept.</param>
/// <param name="Title">As it is shown.</param>
internal sealed record PathwayChoice(string Value, string Title);

/// <summary>The answers that every question takes.</summary>
internal static class PathwayAnswers
{
    public const string NotKnown = "notKnown";
    public const string PreferNotToSay = "preferNotToSay";
    public const string SomethingElse = "somethingElse";
}
