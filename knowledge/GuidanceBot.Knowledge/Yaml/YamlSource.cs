using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Knowledge.Yaml;

/// <summary>Reads YAML into values that know their place. For files of rules; the corpus has its own fields.</summary>
public static class YamlSource
{
    /// <returns>The mapping that the text is; null when it is none, which is then among the faults.</returns>
    public static YamlValue.Map? Read(string text, ContentFaults faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }] && Value(root) is YamlValue.Map map)
            {
                return map;
            }

            faults.Add("yaml-shape", 1, 1, "The file must be 'key: value' lines. Restore it, or write it as its own head shows.");
        }
        catch (YamlException fault)
        {
            faults.Add(
                "yaml-syntax",
                (int)fault.Start.Line,
                (int)fault.Start.Column,
                $"This is not well-formed YAML: {fault.Message} Check the spaces at the line's beginning; put a value with a colon or {{ in quotes.");
        }

        return null;
    }

    private static YamlValue Value(YamlNode node)
    {
        var (line, column) = ((int)node.Start.Line, (int)node.Start.Column);
        return node switch
        {
            YamlScalarNode scalar => new YamlValue.Text((scalar.Value ?? "").Trim(), line, column),
            YamlSequenceNode sequence => new YamlValue.Sequence([.. sequence.Children.Select(Value)], line, column),
            YamlMappingNode map => new YamlValue.Map(
                [
                    .. map.Children.Select(pair => KeyValuePair.Create(
                        new YamlValue.Text(pair.Key is YamlScalarNode key ? key.Value ?? "" : "", (int)pair.Key.Start.Line, (int)pair.Key.Start.Column),
                        Value(pair.Value))),
                ],
                line,
                column),
            _ => new YamlValue.Text("", line, column),
        };
    }
}
