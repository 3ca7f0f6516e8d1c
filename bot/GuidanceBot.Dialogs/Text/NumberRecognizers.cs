using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Numbers, ordinals, percentages and ranges of numbers.</summary>
internal static class NumberRecognizers
{
    public static IEnumerable<TextEntity> Numbers(string text)
    {
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            var end = NumberReader.Read(words, at, out var value);

            // 3rd is no number, nor is the 3 in 12:30:40 or 1.2.3.4 a number of its own; that is for others to say.
            if (end > at && !(words.IsDigits(end - 1) && words.IsJoined(end) && words[end] is "st" or "nd" or "rd" or "th"))
            {
                yield return words.Entity("number", at, end, new DialogObject(2)
                {
                    ["subtype"] = value == Math.Floor(value) ? "integer" : words.Text.AsSpan(words.At(at).Start..words.At(end - 1).End).Contains('/') ? "fraction" : "decimal",
                    ["value"] = Written(value),
                });
                at = end - 1;
            }
        }
    }

    public static IEnumerable<TextEntity> Ordinals(string text)
    {
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            var end = NumberReader.ReadOrdinal(words, at, out var value);
            if (end > at)
            {
                yield return words.Entity("ordinal", at, end, new DialogObject(3) { ["offset"] = Written(value), ["relativeTo"] = "start", ["value"] = Written(value) });
                at = end - 1;
            }
            else if (words[at] == "last")
            {
                yield return words.Entity("ordinal", at, at + 1, new DialogObject(3) { ["offset"] = "0", ["relativeTo"] = "end", ["value"] = "end" });
            }
        }
    }

    public static IEnumerable<TextEntity> Percentages(string text)
    {
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            var number = NumberReader.Read(words, at, out var value);
            var end = words.Skip(number, "%", "percent", "per cent", "percentage");
            if (number > at && end > number)
            {
                yield return words.Entity("percentage", at, end, new DialogObject(1) { ["value"] = Written(value) + "%" });
                at = end - 1;
            }
        }
    }

    /// <summary>Ranges as intervals: a round bracket leaves the end out, a square one has it in.</summary>
    public static IEnumerable<TextEntity> Ranges(string text)
    {
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            if (ReadRange(words, at, out var interval) is var end && end > at)
            {
                yield return words.Entity("numberrange", at, end, new DialogObject(1) { ["value"] = interval });
                at = end - 1;
            }
        }
    }

    internal static string Written(double value) => Math.Round(value, 12).ToString("R", CultureInfo.InvariantCulture);

    private static int ReadRange(Words words, int at, out string interval)
    {
        (string[] Before, string Form)[] open =
        [
            (["more than", "greater than", "over", "above", "bigger than"], "({0},)"),
            (["at least", "no less than", "not less than"], "[{0},)"),
            (["less than", "fewer than", "under", "below", "smaller than"], "(,{0})"),
            (["at most", "up to", "no more than", "not more than"], "(,{0}]"),
        ];
        foreach (var (before, form) in open)
        {
            var start = words.Skip(at, before);
            if (start > at && NumberReader.Read(words, start, out var bound) is var after && after > start)
            {
                interval = string.Format(CultureInfo.InvariantCulture, form, Written(bound));
                return after;
            }
        }

        interval = "";
        var between = words.Skip(at, "between", "from");
        var middle = NumberReader.Read(words, between, out var low);
        var second = middle == between ? middle : words[at] == "between" ? words.Skip(middle, "and") : words.Skip(middle, "to", "till", "until", "-", "–");
        var end = NumberReader.Read(words, second, out var high);
        if (second == middle || end == second)
        {
            return at;
        }

        interval = string.Format(CultureInfo.InvariantCulture, words[at] == "between" ? "({0},{1})" : "[{0},{1})", Written(low), Written(high));
        return end;
    }
}
