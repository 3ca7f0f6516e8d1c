using System.Globalization;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>Makes the <see cref="Summary"/> of a guided conversation.</summary>
internal sealed class SummaryMaker(PathwayDefinitions definitions, PathwayWords words, PathwayCatalogue catalogue, BotWording wording, TimeProvider clock)
{
    private static readonly string[] Colours = ["red", "amber", "unknown"];

    /// <summary>Stands where a procedure's summary puts the risks and what is open: they have their own place here.</summary>
    private const string ElsewhereMark = "[elsewhere]";

    /// <returns>Null when nothing is answered, or the conversation makes no record.</returns>
    public Summary? Make(string pathway, PathwayMemory memory)
    {
        if (definitions.Find(pathway) is not { } definition || !MakesRecord(definition.Key) || memory.Answers(definition.Key).Count == 0)
        {
            return null;
        }

        var key = definition.Key;
        var about = About(definition, memory);
        var finished = memory.IsComplete(key);
        PathwayDefinition[] parts = [definition, .. memory.Includes(key).Select(definitions.FindKey).OfType<PathwayDefinition>()];
        var today = EnglishTime.Today(clock);
        var summary = new Summary
        {
            Pathway = pathway,
            Title = catalogue.TitleOf(pathway),
            Edition = definition.Edition,
            Made = today,
            Finished = finished,
            Discussed = words.Lines($"{key}_discussed", about),
            Answers = [.. parts.SelectMany(part => Answers(part, memory))],
            Risks = [.. Colours.SelectMany(colour => parts.SelectMany(part => Risks(part, memory, about, colour)))],
        };
        // The words for the whole stand on all the answers: before that they would say more than is known.
        return !finished ? summary : summary with
        {
            Band = words.Lines($"{key}_band", about),
            Plan = words.Lines($"{key}_plan", about),
            Notes = Notes(key, about),
            Share = words.Has($"{key}_discussed") ? words.Lines($"{key}_share", about) : [],
            Review = words.Has($"{key}_discussed") ? words.Lines($"{key}_review", about) : [],
            ReviewBy = ReviewBy(key, about, today),
            Record = words.Lines($"{key}_record", about),
        };
    }

    /// <summary>Whether a pathway has words for a record.</summary>
    public bool MakesRecord(string key) => words.Has($"{key}_discussed") || words.Has($"{key}_summary");

    /// <summary>The dialogs' memory, as it is while the pathway runs.</summary>
    public static DialogObject About(PathwayDefinition definition, PathwayMemory memory)
    {
        var questions = new DialogObject();
        foreach (var question in definition.Questions)
        {
            questions[question.Id] = new DialogObject { ["label"] = question.Label };
        }

        var about = (DialogObject)Value.Clone(memory.Conversation)!;
        about["at"] = definition.Key;
        about["questions"] = questions;
        return about;
    }

    private IEnumerable<SummaryAnswer> Answers(PathwayDefinition part, PathwayMemory memory) => memory.Answers(part.Key).Select(pair => new SummaryAnswer(
        $"{part.Key}_{pair.Key}",
        part.Find(pair.Key)?.Label ?? pair.Key,
        pair.Value,
        pair.Value switch
        {
            PathwayAnswers.NotKnown => wording.Say("ExportNotKnown"),
            PathwayAnswers.PreferNotToSay => wording.Say("ExportPreferred"),
            _ => part.Find(pair.Key)?.Choices.FirstOrDefault(choice => choice.Value == pair.Value)?.Title ?? pair.Value,
        }));

    private IEnumerable<SummaryRisk> Risks(PathwayDefinition part, PathwayMemory memory, DialogObject about, string colour) => memory.Answers(part.Key)
        .Where(pair => memory.FlagOf(part.Key, pair.Key) == colour)
        .SelectMany(pair => words.Lines($"{part.Key}_{pair.Key}_risk", about, pair.Value))
        .Select(line => new SummaryRisk(colour, line));

    private IReadOnlyList<CodedLine> Notes(string key, DialogObject about) => words.Has($"{key}_discussed") ? [] :
    [
        .. words.Say($"{key}_summary", about, ElsewhereMark, ElsewhereMark).Split('\n')
            .Where(line => line.StartsWith("- ", StringComparison.Ordinal) && !line.Contains(ElsewhereMark, StringComparison.Ordinal))
            .Select(CodedLine.Read),
    ];

    private DateOnly? ReviewBy(string key, DialogObject about, DateOnly today) =>
        words.Has($"{key}_review_days") && int.TryParse(words.Say($"{key}_review_days", about), NumberStyles.None, CultureInfo.InvariantCulture, out var days)
            ? today.AddDays(days)
            : null;
}
