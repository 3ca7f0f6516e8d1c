using System.Text;
using System.Text.RegularExpressions;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Reading;

/// <summary>Builds a passage's text and its sentences, paragraph by paragraph.</summary>
internal sealed partial class PassageText
{
    private readonly StringBuilder _text = new();
    private readonly List<Sentence> _sentences = [];

    public string Text => _text.ToString();

    /// <summary>The sentences so far; a list's introduction has the sources of the items under it.</summary>
    public IReadOnlyList<Sentence> Sentences
    {
        get
        {
            var all = _sentences.ToArray();
            for (var i = 0; i < all.Length; i++)
            {
                if (all[i] is { IntroducesList: true, Sources: [] })
                {
                    all[i] = all[i] with { Sources = [.. all.Skip(i + 1).TakeWhile(s => s.IsListItem).SelectMany(s => s.Sources).Distinct()] };
                }
            }

            return all;
        }
    }

    /// <summary>Adds words as they stand, from a source that has no code of its own for each sentence.</summary>
    public void AddPlain(string paragraph, string marker, string source)
    {
        Begin(marker);
        foreach (var (start, length) in SentenceSplitter.Split(paragraph))
        {
            AddSentence(paragraph.Substring(start, length), [source], marker.Length > 0);
        }
    }

    /// <summary>Adds a paragraph or list item of the corpus: every sentence ends with its source codes in brackets.</summary>
    /// <param name="line">The words, with contacts' names already in place.</param>
    /// <param name="marker">"- " or "1. " for a list item, else empty.</param>
    /// <param name="listFollows">The next block is a list, so a last sentence that ends in a colon needs no code.</param>
    /// <param name="fault">Told what is wrong, at an offset of <paramref name="line"/>.</param>
    /// <returns>The codes that were used, with their offsets.</returns>
    public List<(string Code, int Offset)> AddCoded(string line, string marker, bool listFollows, Action<string, int, string> fault)
    {
        Begin(marker);
        var used = new List<(string Code, int Offset)>();
        var from = 0;
        foreach (Match match in Codes().Matches(line))
        {
            var codes = match.Groups["codes"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            used.AddRange(codes.Select(code => (code, match.Index)));
            if (line.AsSpan(from, match.Index - from).IsWhiteSpace())
            {
                Join(codes, () => fault("source-misplaced", match.Index, "A source code stands before any sentence. Put it behind the full stop of the sentence it supports."));
            }
            else
            {
                var rest = line.AsSpan(match.Index + match.Length).TrimStart();
                AddUnit(line, from, match.Index, codes, marker.Length > 0, endsHere: rest.IsEmpty || rest[0] == '[', fault);
            }

            from = match.Index + match.Length;
        }

        var tail = line.AsSpan(from).Trim();
        if (tail.IsEmpty)
        {
            return used;
        }

        var at = from + (line.Length - from - line.AsSpan(from).TrimStart().Length);
        if (tail[0] is '.' or ',' or ';')
        {
            fault("source-misplaced", at, "The source code stands before the full stop. Put it behind: 'on the back. [S-NICE]'.");
        }
        else if (!(listFollows && tail[^1] == ':'))
        {
            fault("sentence-without-source", at, $"'{Opening(tail)}' has no source. End it with its code in brackets, or [ours] for a rule of our own.");
        }

        foreach (var (start, length) in SentenceSplitter.Split(tail))
        {
            AddSentence(tail.Slice(start, length).ToString(), [], marker.Length > 0);
        }

        return used;
    }

    private void AddUnit(string line, int from, int to, string[] codes, bool isListItem, bool endsHere, Action<string, int, string> fault)
    {
        var unit = line.AsSpan(from, to - from).TrimEnd();
        var sentences = SentenceSplitter.Split(unit);
        if (!endsHere && unit[^1] is not ('.' or '!' or '?' or ':' or '…' or '"' or '”' or ')' or '’' or '\''))
        {
            fault("source-misplaced", to, "The source code stands inside a sentence. Put it behind the full stop: 'on the back. [S-NICE]'.");
        }

        for (var i = 0; i < sentences.Count; i++)
        {
            var text = unit.Slice(sentences[i].Start, sentences[i].Length);
            var isLast = i == sentences.Count - 1;
            if (!isLast)
            {
                fault("sentence-without-source", from + sentences[i].Start, $"'{Opening(text)}' has no source. End it with its code in brackets, or [ours] for a rule of our own.");
            }

            AddSentence(text.ToString(), isLast ? codes : [], isListItem);
        }
    }

    private void Begin(string marker)
    {
        if (_text.Length > 0)
        {
            _text.Append(marker.Length > 0 && _sentences[^1] is { } last && (last.IsListItem || last.IntroducesList) ? "\n" : "\n\n");
        }

        _text.Append(marker);
    }

    private void AddSentence(string sentence, IReadOnlyList<string> sources, bool isListItem)
    {
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
        {
            _text.Append(' ');
        }

        _sentences.Add(new Sentence(
            _text.Length,
            sentence.Length,
            sources,
            SentenceMood.ModalityOf(sentence),
            _sentences.Count > 0 && SentenceMood.QualifiesPrevious(sentence, isListItem),
            isListItem,
            IntroducesList: sentence.EndsWith(':')));
        _text.Append(sentence);
    }

    private void Join(string[] codes, Action nothingBefore)
    {
        if (_sentences is [.., var last] && last.Sources.Count > 0)
        {
            _sentences[^1] = last with { Sources = [.. last.Sources.Union(codes)] };
        }
        else
        {
            nothingBefore();
        }
    }

    private static string Opening(ReadOnlySpan<char> sentence) =>
        sentence.Length <= 40 ? sentence.ToString() : $"{sentence[..40].TrimEnd()}…";

    [GeneratedRegex("""\[(?<codes>[^\[\]]*)\]""", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
