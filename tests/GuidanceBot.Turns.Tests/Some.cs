using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Turns.Tests;

/// <summary>Builders for what a test is not about.</summary>
internal static class Some
{
    public static Document Document(string id = "sofas", DateOnly? reviewBy = null) => new()
    {
        Id = id,
        Title = "Sofas and armchairs",
        Kind = DocumentKind.Guidance,
        Area = Area.National,
        Audience = [Audience.Practitioner],
        Owner = "The steering group",
        Effective = new DateOnly(2026, 1, 1),
        ReviewBy = reviewBy ?? new DateOnly(2027, 1, 1),
        ApprovedBy = "",
        Topics = ["safer sleep"],
        Sources = new Dictionary<string, Source>
        {
            ["S-ONE"] = new("S-ONE", "The first source", new Uri("https://example.org/one"), "2014", SourceConfidence.High),
            ["S-TWO"] = new("S-TWO", "The second source", null, "undated", SourceConfidence.Medium),
        },
        File = $"guidance/{id}.md",
    };

    /// <summary>A passage made of these sentences. "|" before one: it qualifies the one before; "-": a list item; ":" at its end: it introduces a list.</summary>
    public static Passage Passage(params string[] sentences)
    {
        var text = "";
        var read = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            var words = sentence.TrimStart('|', '-');
            var item = sentence.StartsWith('-');
            text += text.Length == 0 ? "" : item ? "\n" : " ";
            text += item ? "- " : "";
            read.Add(new Sentence(
                text.Length, words.Length, ["S-ONE"], Modality.None, sentence.StartsWith('|'), item, words.EndsWith(':')));
            text += words;
        }

        return new Passage
        {
            Id = PassageId.Parse("sofas#heading"),
            Document = Document(),
            Heading = "Is a sofa safe?",
            Text = text,
            Sentences = read,
            Area = Area.National,
            Audience = [Audience.Practitioner],
        };
    }
}
