using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GuidanceBot.Knowledge.Contacts;

/// <summary>When somebody answers, by the clock in England.</summary>
/// <remarks>
/// Written <c>always</c>, <c>unknown</c>, or spans parted by commas: <c>Mon-Thu 08:00-18:00, Fri 08:00-16:00</c>. A span that ends
/// before it begins runs past midnight. Shut on bank holidays, unless a part says <c>bank-holidays</c> (the day's usual hours
/// hold) or <c>bank-holidays 10:00-16:00</c> (these hours hold instead).
/// </remarks>
public sealed partial record OpeningHours
{
    private static readonly string[] DayNames = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private readonly IReadOnlyList<Span> _spans;
    private readonly IReadOnlyList<Span>? _onBankHolidays;

    private OpeningHours(string text, IReadOnlyList<Span> spans, IReadOnlyList<Span>? onBankHolidays)
    {
        (Text, _spans, _onBankHolidays) = (text, spans, onBankHolidays);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    public bool IsAlways => Text == "always";

    /// <summary>False when nobody has said when it is open; it then never counts as open.</summary>
    public bool IsKnown => Text != "unknown";

    /// <exception cref="FormatException"><paramref name="text"/> is none of the forms above.</exception>
    public static OpeningHours Parse(string text) =>
        TryParse(text, out var hours)
            ? hours
            : throw new FormatException(
                $"'{text}' are not opening hours. Write 'always', 'unknown', or spans such as 'Mon-Fri 09:00-17:00, Sat 10:00-12:00'.");

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OpeningHours? hours)
    {
        hours = null;
        var written = text?.Trim() ?? "";
        if (written is "always" or "unknown")
        {
            hours = new OpeningHours(written, [], null);
            return true;
        }

        var usual = new List<Span>();
        List<Span>? holiday = null;
        foreach (var part in written.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part == "bank-holidays")
            {
                holiday = usual;
            }
            else if (Part().Match(part) is not { Success: true } match || TimesOf(match) is not { } times)
            {
                return false;
            }
            else if (match.Groups["holidays"].Success)
            {
                holiday = [.. holiday == usual ? [] : holiday ?? [], new Span(~0, times.From, times.Until)];
            }
            else
            {
                usual.Add(new Span(DaysOf(match), times.From, times.Until));
            }
        }

        hours = usual.Count > 0 ? new OpeningHours(written, usual, holiday) : null;
        return hours is not null;
    }

    /// <summary>Whether somebody answers at a moment.</summary>
    public bool IsOpen(DateTimeOffset moment)
    {
        if (IsAlways)
        {
            return true;
        }

        var now = EnglishTime.At(moment);
        var today = DateOnly.FromDateTime(now);
        var minute = (now.Hour * 60) + now.Minute;
        return SpansOn(today).Any(s => s.Covers(today.DayOfWeek, minute))
            || SpansOn(today.AddDays(-1)).Any(s => s.Covers(today.AddDays(-1).DayOfWeek, minute + (24 * 60)));
    }

    public bool Equals(OpeningHours? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private IReadOnlyList<Span> SpansOn(DateOnly day) => BankHolidays.Contains(day) ? _onBankHolidays ?? [] : _spans;

    private static int DaysOf(Match match)
    {
        if (match.Groups["daily"].Success)
        {
            return ~0;
        }

        var from = Array.IndexOf(DayNames, match.Groups["from"].Value);
        var to = match.Groups["to"].Success ? Array.IndexOf(DayNames, match.Groups["to"].Value) : from;
        var days = 1 << from;
        for (var day = from; day != to; day = (day + 1) % 7)
        {
            days |= 1 << ((day + 1) % 7);
        }

        return days;
    }

    private static (int From, int Until)? TimesOf(Match match)
    {
        int Minutes(string name) => int.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        var from = (Minutes("h1") * 60) + Minutes("m1");
        var until = (Minutes("h2") * 60) + Minutes("m2");
        if (from >= 24 * 60 || until > 24 * 60 || Minutes("m1") > 59 || Minutes("m2") > 59 || from == until)
        {
            return null;
        }

        return (from, until > from ? until : until + (24 * 60));
    }

    [GeneratedRegex(
        """^(?:(?<holidays>bank-holidays)|(?<daily>daily)|(?<from>Sun|Mon|Tue|Wed|Thu|Fri|Sat)(?:-(?<to>Sun|Mon|Tue|Wed|Thu|Fri|Sat))?)\ +(?<h1>\d\d):(?<m1>\d\d)-(?<h2>\d\d):(?<m2>\d\d)$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    /// <param name="Days">A bit for each day on which it begins, Sunday the lowest.</param>
    /// <param name="From">Minutes after midnight of that day.</param>
    /// <param name="Until">Minutes after the same midnight, the end not included; over 1,440 when it runs into the next day.</param>
    private sealed record Span(int Days, int From, int Until)
    {
        public bool Covers(DayOfWeek day, int minute) => (Days & (1 << (int)day)) != 0 && minute >= From && minute < Until;
    }
}
