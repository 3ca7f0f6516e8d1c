namespace GuidanceBot.Documents;

/// <summary>A document to hand over, whatever the form it is written in.</summary>
/// <param name="Title">Its title; also the title in the file's properties.</param>
/// <param name="Blocks">What stands below the title, in order. Texts may hold <c>**bold**</c>; nothing else is read as a mark.</param>
/// <param name="Footer">Stands at the foot of every page.</param>
public sealed record Paper(string Title, IReadOnlyList<Block> Blocks, string Footer)
{
    /// <summary>The language it is written in.</summary>
    public const string Language = "en-GB";

    /// <summary>For reading from a fridge door: a larger type.</summary>
    public bool Large { get; init; }
}

/// <summary>A part of a <see cref="Paper"/>.</summary>
public abstract record Block;

/// <param name="Level">1 or 2, below the title.</param>
/// <param name="Text">Its words.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <summary>Plain words.</summary>
public sealed record Prose(string Text) : Block;

/// <summary>Set apart: what must not be overlooked.</summary>
public sealed record Notice(string Text) : Block;

/// <summary>A list of points.</summary>
public sealed record Points(IReadOnlyList<string> Items) : Block;

/// <param name="Description">What the table shows, for those who do not see it.</param>
/// <param name="Columns">The header of each column.</param>
/// <param name="Rows">A cell for each column.</param>
/// <param name="Widths">The share of the width that each column takes.</param>
public sealed record PaperTable(string Description, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> Widths) : Block;
