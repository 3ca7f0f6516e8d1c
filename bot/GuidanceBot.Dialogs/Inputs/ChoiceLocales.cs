using System.Collections.Frozen;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>The small words of choices in the languages for which Bot Framework has them.</summary>
/// <param name="Yes">The first confirmation choice.</param>
/// <param name="No">The second.</param>
/// <param name="Options">How choices are joined.</param>
/// <param name="Agreeing">Further words that mean yes, in lower case.</param>
/// <param name="Refusing">Further words that mean no, in lower case.</param>
internal sealed record ChoiceLocale(string Yes, string No, ChoiceOptions Options, string[] Agreeing, string[] Refusing)
{
    private static readonly FrozenDictionary<string, ChoiceLocale> Known = new Dictionary<string, ChoiceLocale>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = new("Yes", "No", new(", ", " or ", ", or "), [], []),
        ["es"] = new("Sí", "No", new(", ", " o ", ", o "), ["si", "claro", "vale", "de acuerdo", "por supuesto"], ["nop"]),
        ["nl"] = new("Ja", "Nee", new(", ", " of ", ", of "), ["zeker", "natuurlijk"], ["neen"]),
        ["fr"] = new("Oui", "Non", new(", ", " ou ", ", ou "), ["d'accord", "bien sûr", "ouais"], ["pas du tout"]),
        ["de"] = new("Ja", "Nein", new(", ", " oder ", ", oder "), ["jawohl", "klar", "natürlich"], ["nö"]),
        ["ja"] = new("はい", "いいえ", new("、 ", " または ", "、 または "), ["うん", "ええ"], ["いや"]),
        ["pt"] = new("Sim", "Não", new(", ", " ou ", ", ou "), ["claro", "com certeza"], ["nao"]),
        ["zh"] = new("是的", "不", new("， ", " 要么 ", "， 要么 "), ["是", "好", "对"], ["不是", "不要"]),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The words for a locale such as en-GB; English where there are none.</summary>
    public static ChoiceLocale Of(string? locale)
    {
        var language = (locale ?? "").Split('-')[0];
        return Known.TryGetValue(language, out var found) ? found : Known["en"];
    }

    public bool IsEnglish => Yes == "Yes";

    /// <summary>Yes or no in this language; null: neither.</summary>
    public bool? Read(string answer)
    {
        var said = answer.Trim().TrimEnd('.', '!').ToLowerInvariant();
        return Matches(said, Yes, Agreeing) ? true : Matches(said, No, Refusing) ? false : null;
    }

    private static bool Matches(string said, string word, string[] more) =>
        said.Equals(word, StringComparison.OrdinalIgnoreCase) || more.Contains(said) || said.StartsWith(word.ToLowerInvariant() + " ", StringComparison.Ordinal)
        || said.StartsWith(word.ToLowerInvariant() + ",", StringComparison.Ordinal);
}
