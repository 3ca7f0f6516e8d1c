using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Recognizers;

/// <summary>Which languages to try for a locale: itself, its parents, then the default, which is the empty name.</summary>
internal sealed class LanguagePolicy
{
    private readonly DialogObject? _given;

    public LanguagePolicy(ContentNode node) =>
        _given = node.Raw("languagePolicy") is { IsObject: true } given ? (DialogObject)JsonValues.ToValue(given)! : null;

    public IEnumerable<string> Fallbacks(string locale)
    {
        var tried = _given is null ? Parents(locale) : Listed(locale).Concat(locale.Length > 0 ? Listed("") : []);
        return tried.Distinct(StringComparer.OrdinalIgnoreCase);
    }

    public static IEnumerable<string> Parents(string locale)
    {
        for (var name = locale; name.Length > 0; name = name.LastIndexOf('-') is > 0 and var cut ? name[..cut] : "")
        {
            yield return name;
        }

        yield return "";
    }

    private IEnumerable<string> Listed(string locale) => _given![locale] switch
    {
        List<object?> list => list.Select(ValueText.Of),
        string one => [one],
        _ => [],
    };
}
