using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>Notices what may identify a family, so that the person can be warned before anything is kept.</summary>
/// <remarks>
/// For a warning only: it finds numbers of a fixed form surely and names and streets by the words around them, and is made to miss
/// rather than to cry out at "Royal Derby Hospital", "Call Derbyshire" or a case number. Keeps and logs nothing. Every expression
/// runs without backtracking, so the work grows with the length of the message only. Safe to call from many turns at once.
/// </remarks>
public static partial class PersonalDataCheck
{
    // The words by which names, streets and dates of birth are known. They are part of the recogniser, like the form of a postcode.
    private const string Relations =
        "mum|mums|mother|dad|father|baby|babies|child|son|daughter|twin|twins|sibling|brother|sister|partner|boyfriend|girlfriend|husband|wife|nan|gran|grandma|grandad|uncle|aunt|auntie|parent|client|patient|carer";

    private const string Streets =
        "street|st|road|rd|avenue|ave|lane|ln|close|drive|crescent|court|gardens|grove|terrace|way|place|walk|mews|rise|view|square|hill|row|parade";

    /// <returns>Each place, in the order of the message; empty when there is none.</returns>
    public static IReadOnlyList<PersonalDataFound> Find(string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var found = new List<PersonalDataFound>();
        Add(PersonalDataKind.EmailAddress, Email(), _ => true);
        Add(PersonalDataKind.NhsNumber, TenDigits(), match => NhsNumber.Fits(match.Value) || SaysNhsBefore(match));
        Add(PersonalDataKind.PhoneNumber, Phone(), match => PhoneDigits(match.Value) is 10 or 11);
        Add(PersonalDataKind.DateOfBirth, BirthDate(), _ => true);
        Add(PersonalDataKind.Postcode, FullPostcode(), match => Postcode.Fits(match.Value));
        Add(PersonalDataKind.StreetAddress, Street(), _ => true);
        Add(PersonalDataKind.FullName, TitledName(), match => !NotAPerson.Contains(match.Groups["name"].Value));
        Add(PersonalDataKind.FullName, NamedRelation(), match => !NotAPerson.Contains(match.Groups["name"].Value));
        Add(PersonalDataKind.FullName, SaidName(), match => !NotAPerson.Contains(match.Groups["name"].Value));
        return [.. found.OrderBy(place => place.Span.Start)];

        // What two recognisers see in one place is told once, by the first.
        void Add(PersonalDataKind kind, Regex form, Func<Match, bool> isIt)
        {
            foreach (Match match in form.Matches(message))
            {
                var place = match.Groups["name"] is { Success: true } name ? name : match.Groups["it"] is { Success: true } it ? it : match;
                var span = new TextSpan(place.Index, place.Length);
                if (isIt(match) && !found.Any(other => Overlap(other.Span, span)))
                {
                    found.Add(new PersonalDataFound(kind, span));
                }
            }
        }

        bool SaysNhsBefore(Match match) =>
            message.AsSpan(Math.Max(0, match.Index - 16), Math.Min(16, match.Index)).Contains("nhs", StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>The message with a space in each such place, the word that announces it ("nhs number", "dob") taken out with it.</returns>
    public static string WithoutIt(string message)
    {
        var found = Find(message);
        if (found.Count == 0)
        {
            return message;
        }

        var text = new StringBuilder(message.Length);
        var at = 0;
        foreach (var (_, span) in found)
        {
            var before = message[at..span.Start];
            text.Append(Announced().Replace(before, "")).Append(' ');
            at = span.Start + span.Length;
        }

        return text.Append(message, at, message.Length - at).ToString();
    }

    [GeneratedRegex(
        @"\b(nhs|dob|d\.o\.b\.?|date of birth|born|born on|tel|phone|mobile|mob|email|e-mail|mail|address|postcode|name|called|named)( no| number| is|:|,|\.| on)*\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announced();

    private static bool Overlap(TextSpan a, TextSpan b) => a.Start < b.Start + b.Length && b.Start < a.Start + a.Length;

    private static int PhoneDigits(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.StartsWith("44", StringComparison.Ordinal) ? digits.Length - 1 : digits.Length;
    }

    [GeneratedRegex(@"[A-Za-z0-9._%+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63})+", RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[0-9]{3}[ \-]?[0-9]{3}[ \-]?[0-9]{4}\b", RegexOptions.NonBacktracking)]
    private static partial Regex TenDigits();

    [GeneratedRegex(@"(\+44[ \-]?(\(0\))?|\b0)[1-9][0-9]([ \-]?[0-9]){7,8}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    // A date alone is a meeting or a visit; one that says "born" or "dob" before it is a person's.
    [GeneratedRegex(
        @"\b(dob|d\.o\.b\.?|date of birth|born|born on|birthday)[ :,\-]{0,3}(is |on |the ){0,2}(?<it>[0-3]?[0-9](st|nd|rd|th)?[ ./\-](of )?([01]?[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)([ ./\-]+([12][0-9])?[0-9]{2})?)\b",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]? ?[0-9][A-Za-z]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex FullPostcode();

    [GeneratedRegex(
        @"\b(flat [0-9]{1,4}[a-z]?,? )?[0-9]{1,4}[a-z]?,? ([A-Z][a-z']+ ){1,3}(?i:" + Streets + @")\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Street();

    [GeneratedRegex(
        @"\b(Mr|Mrs|Ms|Miss|Master|mr|mrs|ms|miss)\.? (?<name>[A-Z][a-z'\-]{1,20}( [A-Z][a-z'\-]{1,20}){0,2})\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex TitledName();

    // "Mum Sarah Jones", "baby Noah Smith", "his dad, Lee Brown": a relation, then two words with capitals.
    [GeneratedRegex(
        @"\b(?i:" + Relations + @")( is|'s name is| called| named|,|:)? (?<name>[A-Z][a-z'\-]{1,20} [A-Z][a-z'\-]{1,20})\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NamedRelation();

    [GeneratedRegex(
        @"\b(?i:name is|names are|called|named|name:|surname is|surname:|aka)[ ]{1,2}(?<name>[A-Z][a-z'\-]{1,20}( [A-Z][a-z'\-]{1,20}){1,2})\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex SaidName();
}
