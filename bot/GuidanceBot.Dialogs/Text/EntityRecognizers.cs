using System.Collections.Frozen;

namespace GuidanceBot.Dialogs.Text;

/// <summary>The recognizers of entities in English.</summary>
public static class EntityRecognizers
{
    private static readonly FrozenDictionary<string, Func<string, RecognitionContext, IEnumerable<TextEntity>>> ByName =
        new Dictionary<string, Func<string, RecognitionContext, IEnumerable<TextEntity>>>
        {
            ["Age"] = (text, _) => UnitRecognizers.Ages(text),
            ["Confirmation"] = (text, _) => ConfirmationRecognizer.Recognize(text),
            ["Currency"] = (text, _) => UnitRecognizers.Currencies(text),
            ["DateTime"] = (text, context) => new DateTimeRecognizer(text, context).Recognize(),
            ["Dimension"] = (text, _) => UnitRecognizers.Dimensions(text),
            ["Email"] = (text, _) => PatternRecognizers.Emails(text),
            ["Guid"] = (text, _) => PatternRecognizers.Guids(text),
            ["Hashtag"] = (text, _) => PatternRecognizers.Hashtags(text),
            ["Ip"] = (text, _) => PatternRecognizers.Addresses(text),
            ["Mention"] = (text, _) => PatternRecognizers.Mentions(text),
            ["Number"] = (text, _) => NumberRecognizers.Numbers(text),
            ["NumberRange"] = (text, _) => NumberRecognizers.Ranges(text),
            ["Ordinal"] = (text, _) => NumberRecognizers.Ordinals(text),
            ["Percentage"] = (text, _) => NumberRecognizers.Percentages(text),
            ["PhoneNumber"] = (text, _) => PatternRecognizers.Phones(text),
            ["Temperature"] = (text, _) => UnitRecognizers.Temperatures(text),
            ["Url"] = (text, _) => PatternRecognizers.Urls(text),
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names: <c>Age</c> for <c>Microsoft.AgeEntityRecognizer</c> and so on.</summary>
    public static IReadOnlyCollection<string> Names => ByName.Keys;

    /// <summary>Recognizes the entities of one kind.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="text">What the person wrote.</param>
    /// <param name="context">When and where it was written.</param>
    /// <returns>The entities in the order of the text.</returns>
    /// <exception cref="ArgumentException">There is no recognizer of that name.</exception>
    public static IReadOnlyList<TextEntity> Recognize(string name, string text, RecognitionContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ByName.TryGetValue(name, out var recognize)
            ? [.. recognize(text, context)]
            : throw new ArgumentException($"There is no recognizer '{name}'.", nameof(name));
    }
}

/// <summary>When and where a text was written.</summary>
/// <param name="Now">The writer's local time: what <c>today</c> and <c>next Monday</c> start from.</param>
/// <param name="Locale">The writer's locale. In <c>en-us</c>, and when there is none, 3/4 is the fourth of March; elsewhere the third of April.</param>
public sealed record RecognitionContext(DateTime Now, string? Locale = null)
{
    internal bool MonthFirst => Locale is null || Locale.Length == 0 || Locale.Equals("en", StringComparison.OrdinalIgnoreCase) || Locale.EndsWith("-us", StringComparison.OrdinalIgnoreCase);
}
