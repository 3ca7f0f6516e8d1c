namespace GuidanceBot.Dialogs.Text;

/// <summary>A word, a number in digits, or a sign.</summary>
internal readonly record struct Word(string Lower, int Start, int End)
{
    public bool IsDigits => char.IsAsciiDigit(Lower[0]);
}

/// <summary>A text as words, with the questions that recognizers ask of it.</summary>
internal sealed class Words
{
    private readonly List<Word> _words = [];

    public Words(string text)
    {
        Text = text;
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                at = EndOfNumber(text, at);
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || (text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
                {
                    at++;
                }
            }
            else
            {
                at++;
                if (char.IsWhiteSpace(text[start]))
                {
                    continue;
                }
            }

            _words.Add(new Word(text[start..at].ToLowerInvariant().Replace('’', '\''), start, at));
        }
    }

    public string Text { get; }

    public int Count => _words.Count;

    /// <summary>The word at a place in lower case; empty when there is none.</summary>
    public string this[int at] => at >= 0 && at < _words.Count ? _words[at].Lower : "";

    public Word At(int at) => _words[at];

    public bool IsDigits(int at) => at >= 0 && at < _words.Count && _words[at].IsDigits;

    /// <summary>Whether a word stands right behind the one before it, without a space.</summary>
    public bool IsJoined(int at) => at > 0 && at < _words.Count && _words[at].Start == _words[at - 1].End;

    /// <summary>Whether a word of letters or digits stands right behind the one before it.</summary>
    public bool IsJoined(int at, bool letters) => IsJoined(at) && (!letters || char.IsLetterOrDigit(this[at][0]));

    /// <summary>The place after certain words when they come next, in one of the forms given; else the same place.</summary>
    public int Skip(int at, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (After(at, phrase) is var after && after > at)
            {
                return after;
            }
        }

        return at;
    }

    /// <summary>The entity that reaches from one word up to and without another.</summary>
    public TextEntity Entity(string type, int from, int to, Values.DialogObject resolution)
    {
        var (start, end) = (_words[from].Start, _words[to - 1].End);
        return new TextEntity(type, start, end, Text[start..end], resolution);
    }

    private int After(int at, string phrase)
    {
        var next = at;
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            if (!this[next].AsSpan().SequenceEqual(phrase.AsSpan(range)))
            {
                return at;
            }

            next++;
        }

        return next;
    }

    /// <summary>A number ends after its digits, thousands in threes after commas, and a fraction after a dot.</summary>
    private static int EndOfNumber(string text, int at)
    {
        var start = at;
        at = Digits(text, at);
        while (at - start <= 3 + (text.AsSpan(start, at - start).Count(',') * 4) && at + 3 < text.Length && text[at] == ',' && Digits(text, at + 1) == at + 4)
        {
            at += 4;
        }

        return at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? Digits(text, at + 1) : at;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }
}
