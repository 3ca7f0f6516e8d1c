using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.LanguageGeneration;
using GuidanceBot.Dialogs.Values;
using GuidanceBot.Turns.Conversations;

namespace GuidanceBot.Turns.Exports;

/// <summary>The sentences of the guided conversations, said about what is kept of one.</summary>
internal sealed class PathwayWords
{
    private const string Root = "papers.lg";

    private readonly Lazy<Templates> _templates;
    private readonly PathwaySettings _settings;

    public PathwayWords(string folder, PathwaySettings settings)
    {
        _settings = settings;
        _templates = new Lazy<Templates>(() =>
        {
            var files = Directory.EnumerateFiles(folder, "*.lg", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new LgSource(Path.GetFileName(path), File.ReadAllText(path)));
            return new LanguageResources(files).Find(Root, "en-gb") is [var templates, ..]
                ? templates
                : throw new TemplateException($"There is no '{Root}' in bot/dialogs/shared. It gathers the words of what is handed over; restore it.");
        });
    }

    public bool Has(string template) => _templates.Value.Find(template) is not null;

    /// <summary>Says a template about a conversation.</summary>
    /// <exception cref="TemplateException">There is no such template, or it could not be said.</exception>
    public string Say(string template, DialogObject conversation, params ReadOnlySpan<object?> arguments) =>
        ValueText.Of(_templates.Value.Evaluate(template, Memory(conversation), EvaluationOptions.Default, arguments)).Trim();

    /// <returns>Nothing when there is no such template.</returns>
    public IReadOnlyList<CodedLine> Lines(string template, DialogObject conversation, params ReadOnlySpan<object?> arguments) =>
        Has(template) ? CodedLine.ReadAll(Say(template, conversation, arguments)) : [];

    private ObjectMemory Memory(DialogObject conversation) =>
        new(new DialogObject { ["conversation"] = conversation, ["settings"] = _settings });
}
