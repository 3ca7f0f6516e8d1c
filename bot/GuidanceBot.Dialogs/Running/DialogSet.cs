namespace GuidanceBot.Dialogs.Running;

/// <summary>Dialogs loaded together, by id. Fixed once loaded; shared by all conversations.</summary>
public sealed class DialogSet
{
    private readonly Dictionary<string, Dialog> _byId = new(StringComparer.Ordinal);

    /// <summary>The dialog that a conversation begins with.</summary>
    public Dialog? Root { get; internal set; }

    /// <summary>The words of dialogs that have no generator, nor any around them: <c>main.lg</c>, if there is one.</summary>
    internal Loading.Generator? Generator { get; set; }

    /// <summary>The ids of all dialogs, those written inside others included.</summary>
    public IReadOnlyCollection<string> Ids => _byId.Keys;

    internal Dialog? Find(string id) => _byId.GetValueOrDefault(id)
        ?? (id.EndsWith(".dialog", StringComparison.OrdinalIgnoreCase) ? _byId.GetValueOrDefault(id[..^".dialog".Length]) : null);

    internal void Add(string id, Dialog dialog) => _byId.TryAdd(id, dialog);

    /// <summary>Adds a dialog under its id, or the id and a number when another has it.</summary>
    internal string AddUnique(string id, Dialog dialog)
    {
        var unique = id;
        for (var number = 2; !_byId.TryAdd(unique, dialog); number++)
        {
            unique = $"{id}.{number}";
        }

        return unique;
    }
}
