namespace GuidanceBot.Turns.Safety.Language;

/// <summary>The words of one message, with what the numbers among them mean.</summary>
internal sealed class MessageWords(IReadOnlyList<MessageWord> words)
{
    private readonly NumberMeaning?[] _numbers = Numbers.Read(words);

    public int Count => words.Count;

    public MessageWord this[int index] => words[index];

    /// <summary>What the number that begins at <paramref name="at"/> means: an age, a temperature; null for anything else.</summary>
    public NumberMeaning? NumberAt(int at) => at < _numbers.Length ? _numbers[at] : null;
}

/// <param name="Kind">What is measured.</param>
/// <param name="Value">Days for an age, degrees Celsius for a temperature.</param>
/// <param name="End">The word after the number and its unit.</param>
internal sealed record NumberMeaning(NumberKind Kind, double Value, int End);

internal enum NumberKind
{
    Age,
    Temperature,
}
