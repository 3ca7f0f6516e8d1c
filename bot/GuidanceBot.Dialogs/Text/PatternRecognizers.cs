using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Text;

/// <summary>What is known by its form alone: phone numbers, addresses, identifiers, tags. No pattern backtracks.</summary>
internal static class PatternRecognizers
{
    private static readonly Regex PhoneForm = Form(@"\+?\(?\d[\d \t().-]{5,22}\d");
    private static readonly Regex DateForm = Form(@"^(\d{1,4}[-./]\d{1,2}[-./]\d{1,4})$");
    private static readonly Regex EmailForm = Form(@"[\w.+%-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+");
    private static readonly Regex UrlForm = Form(@"(https?://|ftp://|www\.)[^\s<>""']+|\b[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.(com|org|net|gov|edu|uk|eu|io|nhs|info)\b(/[^\s<>""']*)?");
    private static readonly Regex Ip4Form = Form(@"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b");
    private static readonly Regex Ip6Form = Form(@"[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");
    private static readonly Regex GuidForm = Form(@"\{?[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}\}?");
    private static readonly Regex MentionForm = Form(@"@[A-Za-z0-9_]+");
    private static readonly Regex HashtagForm = Form(@"#[A-Za-z0-9_]+");

    public static IEnumerable<TextEntity> Phones(string text) =>
        from match in PhoneForm.Matches(text)
        let digits = match.Value.Count(char.IsAsciiDigit)
        where digits is >= 7 and <= 15 && !DateForm.IsMatch(match.Value) && !IsInsideWord(text, match)
        select Entity("phonenumber", match, ("value", match.Value), ("score", "0.7"));

    public static IEnumerable<TextEntity> Emails(string text) => Simple("email", EmailForm, text);

    public static IEnumerable<TextEntity> Urls(string text) =>
        from match in UrlForm.Matches(text)
        let address = match.Value.TrimEnd('.', ',', ';', '!', '?', ')')
        where match.Index == 0 || text[match.Index - 1] != '@'
        select new TextEntity("url", match.Index, match.Index + address.Length, address, new DialogObject(1) { ["value"] = address });

    public static IEnumerable<TextEntity> Addresses(string text) =>
        from match in Ip4Form.Matches(text).Concat(Ip6Form.Matches(text)).OrderBy(m => m.Index)
        where System.Net.IPAddress.TryParse(match.Value, out _) && !IsInsideWord(text, match)
        select Entity("ip", match, ("type", match.Value.Contains(':', StringComparison.Ordinal) ? "ipv6" : "ipv4"), ("value", match.Value));

    public static IEnumerable<TextEntity> Guids(string text) =>
        from match in GuidForm.Matches(text)
        where !IsInsideWord(text, match)
        select Entity("guid", match, ("value", match.Value), ("score", "1"));

    public static IEnumerable<TextEntity> Mentions(string text) => Simple("mention", MentionForm, text);

    public static IEnumerable<TextEntity> Hashtags(string text) => Simple("hashtag", HashtagForm, text);

    private static IEnumerable<TextEntity> Simple(string type, Regex form, string text) =>
        from match in form.Matches(text)
        where !IsInsideWord(text, match)
        select Entity(type, match, ("value", match.Value));

    private static bool IsInsideWord(string text, Match match) =>
        (match.Index > 0 && char.IsLetterOrDigit(text[match.Index - 1]))
        || (match.Index + match.Length < text.Length && char.IsLetterOrDigit(text[match.Index + match.Length]));

    private static TextEntity Entity(string type, Match match, params (string Name, string Value)[] resolution)
    {
        var o = new DialogObject(resolution.Length);
        foreach (var (name, value) in resolution)
        {
            o[name] = value;
        }

        return new TextEntity(type, match.Index, match.Index + match.Length, match.Value, o);
    }

    private static Regex Form(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
