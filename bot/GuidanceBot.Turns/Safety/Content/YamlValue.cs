namespace GuidanceBot.Turns.Safety.Content;

/// <summary>A value of a YAML file, with the place where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal abstract record YamlValue(int Line, int Column)
{
    internal sealed record Text(string Value, int Line, int Column) : YamlValue(Line, Column);

    internal sealed record Sequence(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

    internal sealed record Map(IReadOnlyList<KeyValuePair<Text, YamlValue>> Entries, int Line, int Column) : YamlValue(Line, Column);
}
