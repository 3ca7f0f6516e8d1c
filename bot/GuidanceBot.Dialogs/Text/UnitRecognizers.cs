using System.Collections.Frozen;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>Numbers with a unit: ages, sums of money, sizes and weights, temperatures.</summary>
internal static class UnitRecognizers
{
    private static readonly FrozenDictionary<string, string> AgeUnits = Table(
        ("Year", "year years yr yrs"), ("Month", "month months mth mths"), ("Week", "week weeks wk wks"), ("Day", "day days"));

    private static readonly FrozenDictionary<string, string> CurrencyUnits = Table(
        ("Pound", "£ pound pounds quid gbp sterling"), ("Dollar", "$ dollar dollars usd bucks"), ("Euro", "€ euro euros eur"), ("Pence", "p pence penny"), ("Cent", "cent cents"), ("Japanese yen", "¥ yen jpy"));

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["Pound"] = "GBP",
        ["Dollar"] = "USD",
        ["Euro"] = "EUR",
        ["Japanese yen"] = "JPY",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> DimensionUnits = Table(
        ("Kilometer", "km kms kilometer kilometers kilometre kilometres"), ("Meter", "m meter meters metre metres"), ("Centimeter", "cm centimeter centimeters centimetre centimetres"),
        ("Millimeter", "mm millimeter millimeters millimetre millimetres"), ("Mile", "mile miles"), ("Foot", "ft foot feet"), ("Inch", "inch inches"), ("Yard", "yard yards yd"),
        ("Kilogram", "kg kgs kilo kilos kilogram kilograms"), ("Gram", "g gram grams"), ("Milligram", "mg milligram milligrams"), ("Pound", "lb lbs pound pounds"), ("Ounce", "oz ounce ounces"), ("Stone", "stone st"),
        ("Metric ton", "tonne tonnes"), ("Liter", "l liter liters litre litres"), ("Milliliter", "ml milliliter milliliters millilitre millilitres"), ("Pint", "pint pints"), ("Gallon", "gallon gallons"), ("Mile per hour", "mph"));

    public static IEnumerable<TextEntity> Ages(string text)
    {
        var words = new Words(text);
        foreach (var (from, to, value, unit) in WithUnit(words, AgeUnits, hyphens: true, articles: true))
        {
            var end = words.Skip(to, "old", "- old", "of age", "- of - age");

            // A stretch of time is not an age: in two weeks, for a month, three days ago.
            var stretch = words[from - 1] is "in" or "for" or "within" or "after" or "every" or "next" or "last" or "past" or "about"
                || words[to] is "ago" or "later" or "from" or "before" or "after" or "time";
            if (end > to || !stretch)
            {
                yield return words.Entity("age", from, end, new DialogObject(2) { ["value"] = NumberRecognizers.Written(value), ["unit"] = unit });
            }
        }
    }

    public static IEnumerable<TextEntity> Currencies(string text)
    {
        var words = new Words(text);
        var taken = 0;
        for (var at = 0; at < words.Count; at++)
        {
            // The sign stands before the number, £5.
            if (words[at] is "£" or "$" or "€" or "¥" && NumberReader.Read(words, at + 1, out var value) is var end && end > at + 1)
            {
                taken = end;
                yield return Money(words, at, end, value, CurrencyUnits[words[at]]);
            }
            else if (at >= taken && NumberReader.Read(words, at, out value) is var number && number > at && UnitAt(words, number, CurrencyUnits, false) is { } unit)
            {
                taken = number + 1;
                yield return Money(words, at, number + 1, value, unit);
                at = number;
            }
        }
    }

    public static IEnumerable<TextEntity> Dimensions(string text)
    {
        var words = new Words(text);
        foreach (var (from, to, value, unit) in WithUnit(words, DimensionUnits, hyphens: true, articles: false))
        {
            yield return words.Entity("dimension", from, to, new DialogObject(2) { ["value"] = NumberRecognizers.Written(value), ["unit"] = unit });
        }
    }

    public static IEnumerable<TextEntity> Temperatures(string text)
    {
        var words = new Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            var number = NumberReader.Read(words, at, out var value);
            if (number == at)
            {
                continue;
            }

            var degree = words.Skip(number, "°", "º", "degrees", "degree", "deg");
            var scale = words.Skip(degree, "celsius", "centigrade", "fahrenheit", "c", "f");
            if (scale > number)
            {
                var unit = scale == degree ? "Degree" : words[degree] is "fahrenheit" or "f" ? "F" : "C";
                yield return words.Entity("temperature", at, scale, new DialogObject(2) { ["value"] = NumberRecognizers.Written(value), ["unit"] = unit });
                at = scale - 1;
            }
        }
    }

    private static IEnumerable<(int From, int To, double Value, string Unit)> WithUnit(Words words, FrozenDictionary<string, string> units, bool hyphens, bool articles)
    {
        for (var at = 0; at < words.Count; at++)
        {
            var number = NumberReader.Read(words, at, out var value);
            if (number == at && articles && words[at] is "a" or "an" or "one")
            {
                (number, value) = (at + 1, 1);
            }

            var unitAt = hyphens && number > at && words[number] == "-" && words.IsJoined(number) ? number + 1 : number;
            if (number > at && UnitAt(words, unitAt, units, articles) is { } unit)
            {
                yield return (at, unitAt + 1, value, unit);
                at = unitAt;
            }
            else if (number > at)
            {
                at = number - 1;
            }
        }
    }

    /// <summary>The unit at a word. A letter or two is a unit only right behind a number in digits.</summary>
    private static string? UnitAt(Words words, int at, FrozenDictionary<string, string> units, bool longOnly) =>
        units.TryGetValue(words[at], out var unit) && (words[at].Length > 2 || (!longOnly && words.IsDigits(at - 1))) && !words.IsJoined(at + 1, letters: true) ? unit : null;

    private static TextEntity Money(Words words, int from, int to, double value, string unit)
    {
        var resolution = new DialogObject(3) { ["value"] = NumberRecognizers.Written(value), ["unit"] = unit };
        if (Codes.TryGetValue(unit, out var code))
        {
            resolution["isoCurrency"] = code;
        }

        return words.Entity("currency", from, to, resolution);
    }

    private static FrozenDictionary<string, string> Table(params (string Unit, string Words)[] units) =>
        units.SelectMany(u => u.Words.Split(' ').Select(w => KeyValuePair.Create(w, u.Unit))).ToFrozenDictionary();
}
