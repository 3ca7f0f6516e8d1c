namespace GuidanceBot.Knowledge.Searching.Questions;

/// <summary>Which parts of a message ask and which tell: when it does both, what is told counts for less.</summary>
internal sealed class QuestionZones
{
    private readonly List<(int End, bool Asks)> _sentences = [];
    private readonly double _telling;

    public QuestionZones(string text, double telling)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '.' or '!' or '?' or '\n' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]));
            if (!ends && i + 1 < text.Length)
            {
                continue;
            }

            if (!text.AsSpan(start, i + 1 - start).IsWhiteSpace())
            {
                _sentences.Add((i + 1, text[i] == '?'));
            }

            start = i + 1;
        }

        _telling = _sentences.Exists(s => s.Asks) ? telling : 1;
    }

    public double WeightAt(int offset) => _sentences.Find(s => offset < s.End).Asks ? 1 : _telling;
}
