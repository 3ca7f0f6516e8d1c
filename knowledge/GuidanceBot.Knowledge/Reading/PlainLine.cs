using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>A paragraph's words without their marks, and for each where it stands in the file.</summary>
internal sealed class PlainLine
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Offset, int Line, int Column)> _places = [];

    private PlainLine()
    {
    }

    public string Text => _text.ToString();

    public static PlainLine Of(LeafBlock block, FileErrors errors)
    {
        var line = new PlainLine();
        foreach (var inline in block.Inline ?? [])
        {
            line.Append(inline, errors);
        }

        if (line._places.Count == 0)
        {
            line._places.Add((0, block.Line + 1, block.Column + 1));
        }

        return line;
    }

    /// <summary>The line and column in the file, from 1, of the character at an offset of <see cref="Text"/>.</summary>
    public (int Line, int Column) PlaceOf(int offset)
    {
        var place = _places.FindLast(p => p.Offset <= offset);
        return place == default ? (_places[0].Line, _places[0].Column) : (place.Line, place.Column + offset - place.Offset);
    }

    private void Append(Inline inline, FileErrors errors)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Mark(inline);
                _text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                Mark(inline);
                _text.Append(code.Content);
                break;
            case LineBreakInline:
                Mark(inline);
                _text.Append(' ');
                break;
            case HtmlEntityInline entity:
                Mark(inline);
                _text.Append(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                Mark(inline);
                _text.Append(link.Url);
                break;
            case LinkInline { IsImage: true }:
            case HtmlInline:
                errors.Add("not-text", inline.Line + 1, inline.Column + 1, "Pictures and HTML cannot be quoted. Say it in words.");
                break;
            case ContainerInline container:
                foreach (var child in container)
                {
                    Append(child, errors);
                }

                break;
            default:
                errors.Add("not-text", inline.Line + 1, inline.Column + 1, $"This mark ({inline.GetType().Name}) cannot be quoted. Say it in words.");
                break;
        }
    }

    /// <summary>Markdig gives no place to a bracket that turned out to be no link; it then stands where the words before it lead.</summary>
    private void Mark(Inline inline)
    {
        if (inline.Span.End > 0 && inline.Line > 0)
        {
            AddPlace(inline);
        }
    }

    private void AddPlace(Inline inline) => _places.Add((_text.Length, inline.Line + 1, inline.Column + 1));
}
