using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Ingesting;

/// <summary>Cuts a document into passages: a heading's text, and where that is long, parts of it at paragraph borders.</summary>
internal static class PassageSplitter
{
    /// <summary>A part is ended at the first border after so many words, but not inside a list …</summary>
    public const int EnoughWords = 120;

    /// <summary>… and before it would have more than so many.</summary>
    public const int MostWords = 180;

    public static IReadOnlyList<StoredPassage> Split(RawDocument document, string title)
    {
        var passages = new List<StoredPassage>();
        var heading = title;
        var above = "";
        var section = new List<RawBlock>();
        foreach (var block in document.Blocks)
        {
            if (block.Kind != RawKind.Heading)
            {
                section.Add(block);
                continue;
            }

            // A heading with nothing under it but another heading says what that one is about.
            above = section.Count == 0 && heading != title && above.Length == 0 ? heading : "";
            AddSection(passages, heading, section);
            section.Clear();
            heading = above.Length > 0 && !block.Text.StartsWith(above, StringComparison.Ordinal) ? $"{above}: {block.Text}" : block.Text;
        }

        AddSection(passages, heading, section);
        return WithAnchors(passages);
    }

    private static void AddSection(List<StoredPassage> passages, string heading, List<RawBlock> section)
    {
        var part = new List<RawBlock>();
        var words = 0;
        foreach (var block in section.SelectMany(Shortened))
        {
            var count = WordsIn(block.Text);
            var enough = words >= EnoughWords && block.Kind != RawKind.ListItem;
            if (words > 0 && (enough || words + count > MostWords) && !Introduces(part[^1], block))
            {
                passages.Add(PassageOf(heading, part));
                part.Clear();
                words = 0;
            }

            part.Add(block);
            words += count;
        }

        if (part.Count > 0)
        {
            passages.Add(PassageOf(heading, part));
        }
    }

    /// <summary>"Tell the parents:" is not parted from what to tell them.</summary>
    private static bool Introduces(RawBlock before, RawBlock block) => block.Kind == RawKind.ListItem && before.Text.EndsWith(':');

    /// <summary>A paragraph longer than a passage may be is cut between sentences.</summary>
    private static IEnumerable<RawBlock> Shortened(RawBlock block)
    {
        if (WordsIn(block.Text) <= MostWords)
        {
            yield return block;
            yield break;
        }

        var (start, end, words) = (0, 0, 0);
        foreach (var (sentence, length) in SentenceSplitter.Split(block.Text))
        {
            var count = WordsIn(block.Text.AsSpan(sentence, length));
            if (words > 0 && words + count > MostWords)
            {
                yield return block with { Text = block.Text[start..end] };
                (start, words) = (sentence, 0);
            }

            (end, words) = (sentence + length, words + count);
        }

        yield return block with { Text = block.Text[start..end] };
    }

    private static StoredPassage PassageOf(string heading, List<RawBlock> blocks) => new(
        "",
        heading,
        [.. blocks.Select(b => new StoredBlock(b.Text, b.Kind == RawKind.ListItem))],
        blocks[0].Page);

    private static List<StoredPassage> WithAnchors(List<StoredPassage> passages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return passages.ConvertAll(passage =>
        {
            var slug = Slug.Of(passage.Heading) is { Length: > 0 } words ? words : "text";
            var anchor = slug;
            for (var number = 2; !seen.Add(anchor); number++)
            {
                anchor = $"{slug}-{number}";
            }

            return passage with { Anchor = anchor };
        });
    }

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var _ in text.Split(' '))
        {
            words++;
        }

        return words;
    }
}
