namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>In which order languages are tried: the one asked for, its less special forms, the default.</summary>
/// <param name="defaults">What is tried when none of the language asked for is there, <c>en-gb</c> for example; none unless given.</param>
public sealed class LanguagePolicy(params IReadOnlyList<string> defaults)
{
    public static readonly LanguagePolicy Default = new();

    /// <summary>The locales to try, in lower case, the empty one (files without a locale) last.</summary>
    public IReadOnlyList<string> Fallback(string? locale)
    {
        var order = new List<string>();
        foreach (var start in (IEnumerable<string>)[locale ?? "", .. defaults])
        {
            for (var name = start.Trim().ToLowerInvariant(); name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('-'))])
            {
                if (!order.Contains(name))
                {
                    order.Add(name);
                }
            }
        }

        order.Add("");
        return order;
    }
}
