using GuidanceBot.Documents;
using GuidanceBot.Knowledge;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Exports;

/// <summary>The page that stays with the parents. Its words are in the pathway's <c>…-leaflet.lg</c>; it tells nobody what was disclosed.</summary>
internal sealed class LeafletMaker(PathwayDefinitions definitions, PathwayWords words, GuidanceLibrary library, BotWording wording)
{
    /// <summary>With more points of its own a page keeps to one side of A4 in the smaller type only.</summary>
    private const int MostInLargeType = 8;

    public bool Has(string pathway) => definitions.Find(pathway) is { } definition && words.Has($"{definition.Key}_leaflet_title");

    /// <returns>Null when the pathway has no leaflet.</returns>
    public Paper? Make(string pathway, PathwayMemory memory)
    {
        if (!Has(pathway))
        {
            return null;
        }

        var definition = definitions.Find(pathway)!;
        var key = definition.Key;
        var about = SummaryMaker.About(definition, memory);
        string[] plan = [.. memory.Answers(key).SelectMany(pair => words.Lines($"{key}_{pair.Key}_leaflet", about, pair.Value)).Select(line => line.Text)];
        List<Block> blocks = [new Prose(words.Say($"{key}_leaflet_opening", about))];
        if (plan.Length > 0)
        {
            blocks.AddRange([new Heading(1, words.Say($"{key}_leaflet_plan_heading", about)), new Points(plan)]);
        }

        blocks.AddRange(
        [
            new Heading(1, words.Say($"{key}_leaflet_always_heading", about)),
            new Points([.. words.Lines($"{key}_leaflet_always", about).Select(line => line.Text)]),
            new Heading(1, words.Say("Leaflet_help_heading", about)),
            new Points([.. words.Lines("Leaflet_help", about).Select(line => line.Text), .. Contact(about)]),
        ]);
        return new Paper(words.Say($"{key}_leaflet_title", about), blocks, wording.Say("LeafletFooter")) { Large = plan.Length <= MostInLargeType };
    }

    private IEnumerable<string> Contact(Dialogs.Values.DialogObject about) =>
        library.Contacts.Find(words.Say("Leaflet_contact", about)) is { Phone: { } phone }
            ? [CodedLine.Read(words.Say("Leaflet_contact_line", about, phone)).Text]
            : [];
}
