
namespace GuidanceBot.Knowledge.Yaml;

/// <summary>Gathers all that is wrong with one file.</summary>
public sealed class ContentFaults(string file)
{
    private readonly List<ContentError> _all = [];

    public IReadOnlyList<ContentError> All => [.. _all.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    public void Add(string code, int line, int column, string message) =>
        _all.Add(new ContentError(code, file, line, column, message));

    public void Add(string code, YamlValue at, string message) => Add(code, at.Line, at.Column, message);
}
