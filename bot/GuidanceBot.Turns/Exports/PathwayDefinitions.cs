using System.Collections.Concurrent;

namespace GuidanceBot.Turns.Exports;

/// <summary>What every guided conversation asks. Each is read when it is first wanted.</summary>
internal sealed class PathwayDefinitions(string folder, PathwayCatalogue catalogue)
{
    private readonly ConcurrentDictionary<string, PathwayDefinition?> _read = new(StringComparer.Ordinal);

    /// <returns>Null when there is no such conversation.</returns>
    public PathwayDefinition? Find(string name) => _read.GetOrAdd(name, Read);

    /// <inheritdoc cref="Find"/>
    public PathwayDefinition? FindKey(string key) => catalogue.NameOf(key) is { } name ? Find(name) : null;

    private PathwayDefinition? Read(string name)
    {
        var dialog = Path.Combine(folder, name, $"{name}.dialog");
        return catalogue.Has(name) && File.Exists(dialog)
            ? PathwayDefinition.Read(name, PathwayCatalogue.KeyOf(name), File.ReadAllText(dialog), File.ReadAllText(Path.ChangeExtension(dialog, ".lg")))
            : null;
    }
}
