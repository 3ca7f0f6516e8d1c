using System.Globalization;

namespace GuidanceBot.Turns.Safety.Language;

/// <summary>Reads ages ("6 weeks", "six wk old", "5/52", "10 day old") and temperatures ("38.4", "39c", "101.5", "thirty eight point five").</summary>
/// <remarks>
/// Clinical shorthand: x/7 days, x/52 weeks, x/12 months. A span of time ("for 2 weeks", "3 weeks ago") and a pregnancy
/// ("born at 34 weeks", "39 weeks pregnant") are not a baby's age.
/// </remarks>
internal static class Numbers
{
    private const double DaysInMonth = 30.4;
    private const double DaysInYear = 365;

    private static readonly string[] Spoken =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ];

    private static readonly Dictionary<string, double> DaysIn = new(StringComparer.Ordinal)
    {
        ["d"] = 1,
        ["day"] = 1,
        ["days"] = 1,
        ["dy"] = 1,
        ["w"] = 7,
        ["wk"] = 7,
        ["wks"] = 7,
        ["week"] = 7,
        ["weeks"] = 7,
        ["weeek"] = 7,
        ["wek"] = 7,
        ["weks"] = 7,
        ["weeke"] = 7,
        ["m"] = DaysInMonth,
        ["mo"] = DaysInMonth,
        ["mos"] = DaysInMonth,
        ["mth"] = DaysInMonth,
        ["mths"] = DaysInMonth,
        ["mnth"] = DaysInMonth,
        ["mnths"] = DaysInMonth,
        ["month"] = DaysInMonth,
        ["months"] = DaysInMonth,
        ["moth"] = DaysInMonth,
        ["y"] = DaysInYear,
        ["yr"] = DaysInYear,
        ["yrs"] = DaysInYear,
        ["yo"] = DaysInYear,
        ["year"] = DaysInYear,
        ["years"] = DaysInYear,
    };

    private static readonly HashSet<string> SpanBefore =
        ["for", "within", "every", "last", "past", "next", "over", "took", "about", "after", "under", "until", "gestation", "in"];

    private static readonly HashSet<string> SpanAfter =
        ["ago", "time", "later", "notice", "leave", "pregnant", "preg", "gestation", "gest", "gestational", "prem", "premature", "early", "prior"];

    public static NumberMeaning?[] Read(IReadOnlyList<MessageWord> words)
    {
        var meanings = new NumberMeaning?[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            meanings[i] = AgeAt(words, i) ?? TemperatureAt(words, i) ?? SpokenTemperatureAt(words, i);
        }

        return meanings;
    }

    private static NumberMeaning? AgeAt(IReadOnlyList<MessageWord> words, int at)
    {
        var (number, unit) = Split(words[at].Text);
        if (Shorthand(number) is { } shortDays && unit.Length == 0)
        {
            return new NumberMeaning(NumberKind.Age, shortDays, at + 1);
        }

        var end = at + 1;
        if (unit.Length == 0)
        {
            if (end >= words.Count || words[end].Sentence != words[at].Sentence)
            {
                return null;
            }

            unit = words[end++].Text;
        }

        var count = double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits)
            ? digits
            : Array.IndexOf(Spoken, number);
        if (count is <= 0 or > 120 || !DaysIn.TryGetValue(unit, out var days))
        {
            return null;
        }

        var old = end < words.Count && words[end].Text is "old" or "olds" or "yo";
        var before = at > 0 ? words[at - 1].Text : "";
        var after = end < words.Count ? words[end].Text : "";
        var born = Enumerable.Range(1, 2).Any(back => at >= back && words[at - back].Text is "born" or "delivered" or "prem");
        return born || (!old && (SpanBefore.Contains(before) && !IsBareIn(words, at, after) || SpanAfter.Contains(after)))
            ? null
            : new NumberMeaning(NumberKind.Age, count * days, old ? end + 1 : end);
    }

    // "temp 38.4 in 5 week" breaks off where "old" was meant: a span would say in five weeks, or go on.
    private static bool IsBareIn(IReadOnlyList<MessageWord> words, int at, string after) =>
        words[at - 1].Text == "in" && after is "" or "baby" or "bby" or "infant" or "newborn";

    /// <summary>"thirty eight", "thirty nine point two", "forty": a body's temperature as it is said, unless a unit of time follows.</summary>
    private static NumberMeaning? SpokenTemperatureAt(IReadOnlyList<MessageWord> words, int at)
    {
        string WordAt(int index) => index < words.Count && words[index].Sentence == words[at].Sentence ? words[index].Text : "";

        var tens = WordAt(at) switch { "thirty" => 30, "forty" => 40, _ => 0 };
        if (tens == 0)
        {
            return null;
        }

        var ones = Array.IndexOf(Spoken, WordAt(at + 1)) is > 0 and < 10 and var said ? said : 0;
        var end = at + (ones > 0 ? 2 : 1);
        double value = tens + ones;
        if (WordAt(end) is "point" or "dot" && TenthsIn(WordAt(end + 1)) is { } tenths)
        {
            value += tenths / 10.0;
            end += 2;
        }

        return value is < 35 or > 42 || DaysIn.ContainsKey(WordAt(end)) ? null : new NumberMeaning(NumberKind.Temperature, value, end);
    }

    private static int? TenthsIn(string word) =>
        Array.IndexOf(Spoken, word) is >= 0 and < 10 and var said ? said : word is [>= '0' and <= '9'] ? word[0] - '0' : null;

    private static NumberMeaning? TemperatureAt(IReadOnlyList<MessageWord> words, int at)
    {
        var (number, unit) = Split(words[at].Text);
        if (unit is not ("" or "c" or "f" or "deg" or "degs" or "degrees" or "oc")
            || !double.TryParse(number.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        return value switch
        {
            >= 30 and < 44 => new NumberMeaning(NumberKind.Temperature, value, at + 1),
            >= 94 and <= 108 => new NumberMeaning(NumberKind.Temperature, Math.Round((value - 32) / 1.8, 1), at + 1),
            _ => null,
        };
    }

    private static double? Shorthand(string number) => number.Split('/') switch
    {
        [var count, "7"] when int.TryParse(count, out var days) => days,
        [var count, "52"] when int.TryParse(count, out var weeks) => weeks * 7,
        [var count, "12"] when int.TryParse(count, out var months) => months * DaysInMonth,
        _ => null,
    };

    private static (string Number, string Unit) Split(string text)
    {
        if (!char.IsAsciiDigit(text[0]))
        {
            return (text, "");
        }

        var end = 0;
        while (end < text.Length && !char.IsLetter(text[end]))
        {
            end++;
        }

        return (text[..end], text[end..]);
    }
}
