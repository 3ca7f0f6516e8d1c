namespace GuidanceBot.Knowledge.Passages;

/// <summary>A heading's text: the smallest thing that is found, quoted and cited.</summary>
public sealed record Passage
{
    public required PassageId Id { get; init; }

    public required Document Document { get; init; }

    /// <summary>The question or topic the passage answers, in a reader's words.</summary>
    public required string Heading { get; init; }

    /// <summary>
    /// The plain text exactly as people see it: contacts' names in place, source codes and marks taken out, paragraphs
    /// parted by an empty line, list items a line each beginning with "- " or "1. ".
    /// </summary>
    public required string Text { get; init; }

    /// <summary>Its sentences in order; they do not overlap and cover all of the text but list markers and white space.</summary>
    public required IReadOnlyList<Sentence> Sentences { get; init; }

    /// <summary>Other names, abbreviations and slang; searched like the heading.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>Questions as people type them that this passage answers; searched, each by itself, like the heading.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    /// <summary>The guided conversations to offer, each one of <see cref="Passages.Pathways.All"/>, the fittest first.</summary>
    public IReadOnlyList<string> Pathways { get; init; } = [];

    /// <summary>The first of <see cref="Pathways"/>, or null.</summary>
    public string? Pathway => Pathways.Count > 0 ? Pathways[0] : null;

    /// <summary>Ids of the contacts shown with the answer, in order; those named in the text are among them.</summary>
    public IReadOnlyList<string> ContactIds { get; init; } = [];

    public PassageStatus Status { get; init; } = PassageStatus.Held;

    /// <summary>Where it holds: its own area, else its document's.</summary>
    public required Area Area { get; init; }

    /// <summary>For whom it is: its own audience, else its document's.</summary>
    public required IReadOnlyList<Audience> Audience { get; init; }

    /// <summary>The line of its heading in the file, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The page of an ingested file on which it begins, from 1, or null where there are no pages.</summary>
    public int? Page { get; init; }

    /// <summary>The words of one of its sentences, exactly as they stand in <see cref="Text"/>.</summary>
    public string TextOf(Sentence sentence) => Text.Substring(sentence.Start, sentence.Length);

    /// <summary>Whether these characters stand in the passage as they are: the check before a quote is sent.</summary>
    public bool Holds(string quote) => Text.Contains(quote, StringComparison.Ordinal);
}
