using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Turns.Answers;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Generation.Tests;

/// <summary>Builders for what a test is not about.</summary>
internal static class Some
{
    public static string WordingFolder => Path.Combine(AppContext.BaseDirectory, "wording");

    public static QuestionWords Words { get; } = new(BotWording.Read(WordingFolder));

    public static Contact Contact(string id = "derby-front-door", string name = "Derby Initial Response Team", string? phone = "01332 641172") => new()
    {
        Id = id,
        Name = name,
        For = "a worry about a child",
        Area = Area.Derby,
        Phone = phone,
        Hours = OpeningHours.Parse("always"),
        Source = new ContactSource("A source", null, "undated"),
        Checked = new DateOnly(2026, 11, 23),
    };

    public static GuidanceLibrary Library(params Passage[] passages) => new(passages, new ContactBook([Contact()]), Thesaurus.Empty, []);

    public static Passage Passage(string text, string heading = "Is a sofa safe for a baby?") => new()
    {
        Id = PassageId.Parse("sofas#heading"),
        Document = new Document
        {
            Id = "sofas",
            Title = "Sofas and armchairs",
            Kind = DocumentKind.Guidance,
            Area = Area.National,
            Audience = [Audience.Practitioner],
            Owner = "The steering group",
            Effective = new DateOnly(2026, 1, 1),
            ReviewBy = new DateOnly(2027, 1, 1),
            ApprovedBy = "",
            Topics = ["safer sleep"],
            Sources = new Dictionary<string, Source>(StringComparer.Ordinal),
            File = "guidance/sofas.md",
        },
        Heading = heading,
        Text = text,
        Sentences = [],
        Area = Area.National,
        Audience = [Audience.Practitioner],
    };

    /// <summary>A quoted passage of these units; "!" before one: it binds.</summary>
    public static QuotedPassage Quoted(params string[] units)
    {
        var read = units.Select(unit => new QuotedUnit(unit.TrimStart('!'), unit.StartsWith('!'), Answers: false)).ToArray();
        var text = string.Join(' ', read.Select(unit => unit.Text));
        return new QuotedPassage(Passage(text), read, $"{text} [1]", "[1]");
    }
}
