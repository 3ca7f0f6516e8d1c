using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Gives a dialog its words: evaluates a text with the templates of a file in the language of the turn.</summary>
internal abstract class Generator
{
    /// <summary>The templates to try for a locale, best first.</summary>
    public abstract IReadOnlyList<Templates> TemplatesFor(string? locale);

    /// <summary>The templates of all languages.</summary>
    public abstract IEnumerable<Templates> All { get; }

    /// <exception cref="TemplateException">The text cannot be evaluated in any of the languages.</exception>
    public object? Generate(DialogContext dc, string text)
    {
        var chain = TemplatesFor(dc.Turn.Locale);
        for (var at = 0; ; at++)
        {
            try
            {
                return at < chain.Count
                    ? chain[at].EvaluateText(text, dc, dc.Turn.Evaluation)
                    : throw new TemplateException($"There are no templates for the language '{dc.Turn.Locale}'.");
            }
            catch (TemplateException) when (at < chain.Count - 1)
            {
                // The next language may have the template.
            }
        }
    }

    /// <summary>The generator of the innermost dialog that has one; else the one of the content.</summary>
    public static Generator Of(DialogContext dc)
    {
        for (var level = dc; level is not null; level = level.Parent)
        {
            for (var at = level.Stack.Count - 1; at >= 0; at--)
            {
                if (level.Stack[at].Dialog is AdaptiveDialog { Generator: { } own })
                {
                    return own;
                }
            }
        }

        return dc.Turn.Dialogs.Generator ?? TemplateGenerator.Plain;
    }

    /// <summary>The generator that a name stands for: a template file with its languages.</summary>
    public static Generator? Named(string name, JsonSource at, Loader loader, string file)
    {
        var generator = new ResourceGenerator(name, loader.Resources);
        if (generator.All.Any())
        {
            return generator;
        }

        if ((loader.Resources.Find(name) ?? loader.Resources.Find(name + ".dialog")) is { } resource && !resource.IsTemplates)
        {
            return loader.ReadFile<Generator>(resource, KindRole.Generator);
        }

        loader.Error(ContentErrorCodes.DanglingReference, file, at, $"There is no template file '{name}'.");
        return null;
    }
}

/// <summary>No templates: texts as they stand.</summary>
internal sealed class TemplateGenerator : Generator
{
    public static readonly TemplateGenerator Plain = new();

    private readonly Templates[] _templates = [Templates.Parse(new LgSource("", ""), null, DialogFunctions.Table)];

    private TemplateGenerator()
    {
    }

    public TemplateGenerator(ContentNode node) => _ = node.Text("id");

    public override IReadOnlyList<Templates> TemplatesFor(string? locale) => _templates;

    public override IEnumerable<Templates> All => _templates;
}

/// <summary>A template file and its languages: <c>common.lg</c>, <c>common.es.lg</c>.</summary>
internal sealed class ResourceGenerator : Generator
{
    private readonly string _name;
    private readonly ResourceExplorer _resources;
    private readonly LanguageResources _files;

    public ResourceGenerator(string name, ResourceExplorer resources) => (_name, _resources, _files) = (name, resources, resources.Templates);

    public ResourceGenerator(ContentNode node)
        : this(node.Text("resourceId", required: true) ?? "", node.Loader.Resources)
    {
        _ = node.Text("id");
        _ = node.Raw("languagePolicy");
    }

    public override IReadOnlyList<Templates> TemplatesFor(string? locale) => _files.Find(_name, locale);

    public override IEnumerable<Templates> All => _resources.TemplateFiles(_name).SelectMany(file => _files.Find(file, null));
}

/// <summary>A generator for each language.</summary>
internal sealed class MultiLanguageGenerator(ContentNode node) : Generator
{
    private readonly Dictionary<string, Generator> _generators = node.Named<Generator>("languageGenerators", KindRole.Generator);
    private readonly Recognizers.LanguagePolicy _policy = new(node);

    public override IReadOnlyList<Templates> TemplatesFor(string? locale) =>
        [.. _policy.Fallbacks(locale ?? "").SelectMany(name => _generators.TryGetValue(name, out var found) ? found.TemplatesFor(locale) : [])];

    public override IEnumerable<Templates> All => _generators.Values.SelectMany(generator => generator.All);
}
