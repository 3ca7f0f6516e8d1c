using System.Collections.Frozen;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns;

/// <summary>The guided conversations that can be begun here, by the name a passage gives them: that of their folder.</summary>
/// <remarks>A passage may name one that is not installed: it is then not offered.</remarks>
public sealed class PathwayCatalogue
{
    private readonly FrozenDictionary<string, Lazy<string>> _titles;
    private readonly FrozenDictionary<string, string> _names;

    /// <param name="folder">Holds a folder for each, with <c>name.dialog</c> and <c>name.lg</c>. Empty when it is not there.</param>
    public PathwayCatalogue(string folder)
    {
        var names = Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Select(Path.GetFileName).OfType<string>().Where(name => File.Exists(WordingOf(folder, name))).ToArray()
            : [];
        _titles = names.ToFrozenDictionary(name => name, name => new Lazy<string>(() => ReadTitle(folder, name)), StringComparer.Ordinal);
        _names = names.ToFrozenDictionary(KeyOf, StringComparer.Ordinal);
    }

    /// <summary>Their names, in order.</summary>
    public IEnumerable<string> Names => _titles.Keys.Order(StringComparer.Ordinal);

    public bool Has(string name) => _titles.ContainsKey(name);

    /// <summary>What people call it: the template <c>…_title</c> of its wording.</summary>
    public string TitleOf(string name) => _titles.TryGetValue(name, out var title) ? title.Value : name;

    /// <summary>The name of what the dialogs call <c>coSleeping</c>; null when there is none.</summary>
    public string? NameOf(string? inDialogs) => inDialogs is null ? null : _names.GetValueOrDefault(inDialogs);

    /// <summary>Words that begin it when they are typed.</summary>
    public static string StartWords(string name) => $"{name.Replace('-', ' ')} pathway";

    /// <summary>The line that offers it; empty when there is none to offer.</summary>
    public string Offer(string? pathway, BotWording wording) =>
        pathway is not null && Has(pathway) ? wording.Say("PathwayOffer", ("pathway", pathway)) : "";

    private static string WordingOf(string folder, string name) => Path.Combine(folder, name, $"{name}.lg");

    private static string ReadTitle(string folder, string name)
    {
        var templates = Templates.Parse(new LgSource($"{name}.lg", File.ReadAllText(WordingOf(folder, name))));
        return ValueText.Of(templates.Evaluate($"{KeyOf(name)}_title", ObjectMemory.Empty)).Trim();
    }

    /// <summary><c>co-sleeping</c> is <c>coSleeping</c> in the dialogs' memory.</summary>
    public static string KeyOf(string name)
    {
        var words = name.Split('-');
        return string.Concat([words[0], .. words.Skip(1).Select(word => $"{char.ToUpperInvariant(word[0])}{word[1..]}")]);
    }
}
