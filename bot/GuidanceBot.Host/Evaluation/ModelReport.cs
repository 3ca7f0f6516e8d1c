using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GuidanceBot.Generation.Models;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.Evaluation;

/// <summary>What a model did to the answers of an evaluation.</summary>
public sealed partial class ModelReport
{
    private const string Answer = "answer.";
    private const string Sentence = "sentence.";

    private readonly List<double> _milliseconds = [];

    /// <summary>Replies that a model worded, and all.</summary>
    public (int Worded, int All) Replies { get; private set; }

    /// <summary>Figures that stand in a model's words and not in the passage that they are made from. Counted apart from the check, from the digits alone.</summary>
    public int ChangedFigures { get; private set; }

    /// <param name="reply">What the person reads.</param>
    /// <param name="time">How long the turn took.</param>
    public void Add(Reply reply, TimeSpan time)
    {
        Replies = (Replies.Worded + (reply.Generated ? 1 : 0), Replies.All + 1);
        if (!reply.Generated)
        {
            return;
        }

        _milliseconds.Add(time.TotalMilliseconds);
        foreach (var (quoted, worded) in reply.Quoted.Zip(reply.Worded))
        {
            var held = Figures().Matches(quoted.Passage.Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
            ChangedFigures += worded.Sentences.Where(sentence => !sentence.IsQuote)
                .SelectMany(sentence => Figures().Matches(sentence.Text))
                .Count(match => !held.Contains(match.Value) && !InWords(quoted.Passage.Text, match.Value));
        }
    }

    public string Table(GenerationCounters counters)
    {
        var text = new StringBuilder();
        void Row(string name, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"{name,-24} {value}");
        var (written, kept) = Sentences(counters);

        Row("worded by the model", string.Create(CultureInfo.InvariantCulture, $"{Replies.Worded} of {Replies.All}"));
        Row("groundedness", written == 0 ? "no sentence" : string.Create(CultureInfo.InvariantCulture, $"{(double)kept / written,7:P1}   {kept} of {written} sentences"));
        foreach (var (name, count) in Faults(counters))
        {
            Row($"  turned away, {name}", $"{count}");
        }

        Row("changed figures", $"{ChangedFigures}");
        foreach (var (name, count) in Troubles(counters))
        {
            Row($"quoted, {name}", $"{count}");
        }

        Row("tokens", string.Create(CultureInfo.InvariantCulture, $"{counters.Tokens:N0}"));
        Row("time of a worded turn", string.Create(CultureInfo.InvariantCulture, $"{At(0.5):F0} ms median, {At(0.95):F0} ms at 95 %"));
        return text.ToString().TrimEnd();
    }

    public JsonObject Json(GenerationCounters counters)
    {
        var (written, kept) = Sentences(counters);
        return new JsonObject
        {
            ["worded"] = Replies.Worded,
            ["sentences"] = written,
            ["groundedness"] = written == 0 ? null : Math.Round((double)kept / written, 4),
            ["turnedAway"] = new JsonObject(Faults(counters).Select(fault => KeyValuePair.Create(fault.Key, (JsonNode?)fault.Value))),
            ["changedFigures"] = ChangedFigures,
            ["refusals"] = counters.Counts.GetValueOrDefault($"{Answer}{ModelTrouble.Refused}"),
            ["quoted"] = new JsonObject(Troubles(counters).Select(trouble => KeyValuePair.Create(trouble.Key, (JsonNode?)trouble.Value))),
            ["tokens"] = counters.Tokens,
            ["medianMilliseconds"] = double.IsNaN(At(0.5)) ? null : Math.Round(At(0.5), 1),
        };
    }

    private static (long Written, long Kept) Sentences(GenerationCounters counters) => (
        counters.Counts.Where(count => count.Key.StartsWith(Sentence, StringComparison.Ordinal)).Sum(count => count.Value),
        counters.Counts.GetValueOrDefault($"{Sentence}Kept"));

    private static IEnumerable<KeyValuePair<string, long>> Faults(GenerationCounters counters) => Named(counters, Sentence, "Kept");

    private static IEnumerable<KeyValuePair<string, long>> Troubles(GenerationCounters counters) => Named(counters, Answer, "Worded");

    private static IEnumerable<KeyValuePair<string, long>> Named(GenerationCounters counters, string prefix, string but) => counters.Counts
        .Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal) && count.Key != prefix + but)
        .Select(count => KeyValuePair.Create(count.Key[prefix.Length..], count.Value))
        .OrderBy(count => count.Key, StringComparer.Ordinal);

    private static bool InWords(string passage, string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < Words.Length
        && passage.Contains(Words[number], StringComparison.OrdinalIgnoreCase);

    private double At(double share) => _milliseconds.Count == 0 ? double.NaN : _milliseconds.Order().ElementAt((int)(share * (_milliseconds.Count - 1)));

    private static readonly string[] Words =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"];

    [GeneratedRegex("[0-9]+(?:[.,][0-9]+)*")]
    private static partial Regex Figures();
}
