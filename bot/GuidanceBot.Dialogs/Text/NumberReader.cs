using System.Collections.Frozen;
using System.Globalization;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Reads English numbers in digits and words.</summary>
internal static class NumberReader
{
    private static readonly FrozenDictionary<string, int> Units = Numbered(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", n => n);

    private static readonly FrozenDictionary<string, int> Tens = Numbered("ten twenty thirty forty fifty sixty seventy eighty ninety", n => (n + 1) * 10);

    private static readonly FrozenDictionary<string, double> Scales = new Dictionary<string, double>
    {
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["dozen"] = 12,
        ["k"] = 1e3,
        ["m"] = 1e6,
        ["bn"] = 1e9,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth", n => n);

    private static readonly FrozenDictionary<string, int> OrdinalTens = Numbered("tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", n => (n + 1) * 10);

    private static readonly FrozenDictionary<string, double> Parts = new Dictionary<string, double>
    {
        ["half"] = 2,
        ["halves"] = 2,
        ["third"] = 3,
        ["thirds"] = 3,
        ["quarter"] = 4,
        ["quarters"] = 4,
        ["fifth"] = 5,
        ["fifths"] = 5,
        ["eighth"] = 8,
        ["eighths"] = 8,
        ["tenth"] = 10,
        ["tenths"] = 10,
    }.ToFrozenDictionary();

    /// <summary>Reads a number at a word.</summary>
    /// <param name="words">The text.</param>
    /// <param name="at">The word it begins with.</param>
    /// <param name="value">The number.</param>
    /// <returns>The place after its last word; <paramref name="at"/> when there is no number.</returns>
    public static int Read(Words words, int at, out double value)
    {
        var signed = words[at] is "minus" or "negative" || (words[at] == "-" && words.IsJoined(at + 1) && !words.IsJoined(at)) ? at + 1 : at;
        var end = ReadUnsigned(words, signed, out value);
        value = signed > at ? -value : value;
        return end > signed ? end : at;
    }

    /// <summary>Reads <c>3rd</c>, <c>third</c>, <c>twenty-third</c>.</summary>
    public static int ReadOrdinal(Words words, int at, out int value)
    {
        if (words.IsDigits(at) && words.IsJoined(at + 1) && words[at + 1] is "st" or "nd" or "rd" or "th"
            && int.TryParse(words[at], NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            return at + 2;
        }

        if (Ordinals.TryGetValue(words[at], out value) || OrdinalTens.TryGetValue(words[at], out value))
        {
            return at + 1;
        }

        if (Tens.TryGetValue(words[at], out var tens))
        {
            var unit = words[at + 1] == "-" ? at + 2 : at + 1;
            if (Ordinals.TryGetValue(words[unit], out var units) && units is > 0 and < 10)
            {
                value = tens + units;
                return unit + 1;
            }
        }

        value = 0;
        return at;
    }

    private static int ReadUnsigned(Words words, int at, out double value)
    {
        var end = words.IsDigits(at) ? ReadDigits(words, at, out value) : ReadWords(words, at, out value);
        if (end == at)
        {
            return ReadVague(words, at, out value);
        }

        // two and a half, three and a quarter, two point five
        if (words[end] == "and" && words[end + 1] is "a" or "one" && Parts.TryGetValue(words[end + 2], out var part))
        {
            value += 1 / part;
            return end + 3;
        }

        if (words[end] == "and" && words[end + 1] == "half")
        {
            value += 0.5;
            return end + 2;
        }

        if (words[end] == "point" && Units.ContainsKey(words[end + 1]))
        {
            var scale = 0.1;
            for (end++; Units.TryGetValue(words[end], out var digit) && digit < 10; end++, scale /= 10)
            {
                value += digit * scale;
            }

            value = Math.Round(value, 12);
            return end;
        }

        if (words[end].EndsWith('s') && Parts.TryGetValue(words[end], out var parts) && value < parts * 100)
        {
            value /= parts;
            return end + 1;
        }

        return end;
    }

    private static int ReadDigits(Words words, int at, out double value)
    {
        value = double.Parse(words[at], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        var end = at + 1;
        if (words[end] == "/" && words.IsJoined(end) && words.IsDigits(end + 1) && words.IsJoined(end + 1) && words[end + 2] != "/")
        {
            value /= double.Parse(words[end + 1], CultureInfo.InvariantCulture);
            return double.IsFinite(value) ? end + 2 : at;
        }

        if (words.IsDigits(end) && words[end + 1] == "/" && words.IsJoined(end + 1) && words.IsDigits(end + 2) && words[end + 2] != "0")
        {
            value += double.Parse(words[end], CultureInfo.InvariantCulture) / double.Parse(words[end + 2], CultureInfo.InvariantCulture);
            return end + 3;
        }

        // A letter multiplies only right behind the digits, 5k; and then nothing may follow it.
        while (Scales.TryGetValue(words[end], out var scale) && (words[end].Length > 2 || (words.IsJoined(end) && !words.IsJoined(end + 1) && words[end] != "m")))
        {
            value *= scale;
            end++;
        }

        return end;
    }

    private static int ReadWords(Words words, int at, out double value)
    {
        double total = 0;
        double current = 0;
        var least = double.MaxValue;
        var end = at;
        for (var next = at; ;)
        {
            var word = words[next];
            if (Units.TryGetValue(word, out var unit) && least > (unit < 10 ? 9 : 99) && (least != 10 || unit is > 0 and < 10))
            {
                current += unit;
                least = unit < 10 ? 1 : 9;
            }
            else if (Tens.TryGetValue(word, out var ten) && least > 99)
            {
                current += ten;
                least = 10;
            }
            else if (word.Length > 2 && Scales.TryGetValue(word, out var scale) && (end > at || words[at] is "a" or "an"))
            {
                if (scale <= 100)
                {
                    current = Math.Max(1, current) * scale;
                }
                else
                {
                    total += Math.Max(1, current) * scale;
                    current = 0;
                }

                least = scale;
            }
            else if (end == at && word is "a" or "an" && Scales.ContainsKey(words[next + 1]) && words[next + 1].Length > 2)
            {
                next++;
                continue;
            }
            else
            {
                break;
            }

            end = ++next;
            if ((words[next] == "-" && words.IsJoined(next) && words.IsJoined(next + 1) && least == 10) || (words[next] == "and" && least >= 100))
            {
                next++;
            }
        }

        value = total + current;
        return end;
    }

    /// <summary>Reads what stands for a number without being one: a couple, half, a quarter.</summary>
    private static int ReadVague(Words words, int at, out double value)
    {
        var noun = words[at] is "a" or "an" or "one" ? at + 1 : at;
        value = words[noun] switch
        {
            "couple" => 2,
            "half" => 0.5,
            "quarter" when noun > at => 0.25,
            "third" when noun > at => 1.0 / 3,
            _ => 0,
        };
        return value == 0 ? at : noun + 1;
    }

    private static FrozenDictionary<string, int> Numbered(string words, Func<int, int> value) =>
        words.Split(' ').Select((word, i) => KeyValuePair.Create(word, value(i))).ToFrozenDictionary();
}
