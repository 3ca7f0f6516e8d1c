using GuidanceBot.Dialogs.Loading;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Inputs;

/// <summary>One of several answers.</summary>
/// <param name="Value">What is taken when it is chosen.</param>
/// <param name="Synonyms">Other ways to say it.</param>
/// <param name="Action">A button to show instead of the plain one; null: none.</param>
internal sealed record Choice(string Value, IReadOnlyList<string> Synonyms, DialogObject? Action = null)
{
    public string Title => Action?["title"] as string is { Length: > 0 } title ? title : Value;

    public static Choice Of(object? value) => value is DialogObject o
        ? new Choice(
            ValueText.Of(o["value"] ?? (o["action"] as DialogObject)?["title"]),
            [.. (o["synonyms"] as List<object?> ?? []).Select(ValueText.Of)],
            o["action"] as DialogObject)
        : new Choice(ValueText.Of(value), []);

    public DialogObject ToObject() => new()
    {
        ["value"] = Value,
        ["synonyms"] = new List<object?>(Synonyms),
        ["action"] = Action,
    };
}

/// <summary>Where choices come from: content, memory, or a template that writes them as JSON or with | between them.</summary>
internal sealed class ChoiceSource
{
    private readonly Binding? _binding;
    private readonly ActivityTemplate? _template;
    private readonly IReadOnlyList<Choice>? _fixed;

    public ChoiceSource(ContentNode node, string name)
    {
        if (node.Json.Member(name)?.Scalar is string text && text.TrimStart().StartsWith("${", StringComparison.Ordinal))
        {
            _template = node.Activity(name);
            return;
        }

        _binding = node.JsonBinding(name);
        _fixed = _binding is { Expression: null } ? Parse(_binding.Fixed) : null;
    }

    public bool IsGiven => _binding is not null || _template is not null;

    /// <summary>The choices when they are the same every time.</summary>
    public IReadOnlyList<Choice>? Fixed => _fixed;

    public IReadOnlyList<Choice> Read(DialogContext dc) => _fixed ?? Parse(ReadValue(dc));

    /// <summary>The value itself, for options that are no choices.</summary>
    public object? ReadValue(DialogContext dc)
    {
        if (_template is null)
        {
            return _binding?.Evaluate(dc);
        }

        var made = _template.Generate(dc);
        return made is string text && LenientJson.TryParse(text, out var json) && json is DialogObject or List<object?> ? json : made;
    }

    public static IReadOnlyList<Choice> Parse(object? value) => value switch
    {
        null => [],
        List<object?> list => list.ConvertAll(Choice.Of),
        string text => [.. text.Split('|').Select(part => new Choice(part.Trim(), []))],
        _ => [Choice.Of(value)],
    };
}
