namespace GuidanceBot.Knowledge.Yaml;

/// <summary>A value of a YAML file, with the place where it stands.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
public abstract record YamlValue(int Line, int Column)
{
    public sealed record Text(string Value, int Line, int Column) : YamlValue(Line, Column);

    public sealed record Sequence(IReadOnlyList<YamlValue> Items, int Line, int Column) : YamlValue(Line, Column);

    public sealed record Map(IReadOnlyList<KeyValuePair<Text, YamlValue>> Entries, int Line, int Column) : YamlValue(Line, Column);
}
