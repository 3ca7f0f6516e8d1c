using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>The templates of a file and of the files it imports, compiled once and evaluated as often as wanted.</summary>
/// <remarks>
/// A file with mistakes is loaded as far as it can be: <see cref="Diagnostics"/> says what is wrong, and evaluating what is
/// wrong is an error then. Safe to use from many turns at once.
/// </remarks>
public sealed class Templates
{
    private const int MaxInlineTexts = 2048;

    private readonly Dictionary<string, Template> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Templates> _byAlias = new(StringComparer.Ordinal);
    private readonly BoundedCache<string, Template> _inline = new(MaxInlineTexts);
    private readonly List<LgDiagnostic> _diagnostics = [];
    private readonly Dictionary<string, string> _options;
    private MergedOptions? _evaluationOptions;

    private Templates(LgSource source, ITemplateSources? sources, FunctionTable functions, LgFileReader reader)
    {
        Source = source;
        Sources = sources;
        Functions = new TemplateFunctions(functions, this);
        _options = reader.Options;
        _diagnostics.AddRange(reader.Diagnostics);
    }

    /// <summary>The <see cref="LgSource.Id"/> of the file.</summary>
    public string Id => Source.Id;

    /// <summary>Every template that can be called by its name alone.</summary>
    public IReadOnlyCollection<Template> All => _byName.Values;

    /// <summary>What is wrong in this file, not in those it imports.</summary>
    public IReadOnlyList<LgDiagnostic> Diagnostics => _diagnostics;

    /// <summary>The functions and templates, for expressions elsewhere that may call both.</summary>
    public FunctionTable Functions { get; }

    /// <summary>The templates that the file gives to everybody, by its options <c>@Namespace</c> and <c>@Exports</c>.</summary>
    public IEnumerable<ExpressionFunction> Exports
    {
        get
        {
            var space = _options.GetValueOrDefault("Namespace") ?? Path.GetFileNameWithoutExtension(Id);
            var names = _options.GetValueOrDefault("Exports")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
            foreach (var template in names.Select(Find).OfType<Template>())
            {
                yield return new ExpressionFunction(
                    $"{space}.{template.Name}", string.Concat(Enumerable.Repeat("a", template.Parameters.Count)), 'a', (a, in s) => template.Evaluate(a, s, again: false))
                {
                    MayGoWithout = true,
                };
            }
        }
    }

    internal LgSource Source { get; }

    internal ITemplateSources? Sources { get; }

    /// <summary>Reads a file and what it imports.</summary>
    /// <param name="source">The file.</param>
    /// <param name="sources">Where imports and files are found; null when there are none.</param>
    /// <param name="functions">The functions that expressions may call; <see cref="FunctionTable.BuiltIn"/> when null.</param>
    public static Templates Parse(LgSource source, ITemplateSources? sources = null, FunctionTable? functions = null) =>
        Parse(source, sources, functions ?? FunctionTable.BuiltIn, []);

    /// <summary>Finds a template by its name, with a namespace before it or without; null when there is none.</summary>
    public Template? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (_byName.TryGetValue(name, out var template))
        {
            return template;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? null
            : _byAlias.TryGetValue(name[..dot], out var others) ? others.Find(name[(dot + 1)..])
            : name.StartsWith("lg.", StringComparison.Ordinal) ? Find(name[3..])
            : null;
    }

    /// <summary>Evaluates a template.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="memory">What its expressions read.</param>
    /// <param name="options">Clock, luck and limits; the defaults when null.</param>
    /// <param name="arguments">A value for each of its parameters, or none.</param>
    /// <returns>A string, a structure with its type as <c>lgType</c>, or whatever value the one expression of the text has.</returns>
    /// <exception cref="TemplateException">There is no such template, or it failed.</exception>
    public object? Evaluate(string name, IMemory memory, EvaluationOptions? options = null, params ReadOnlySpan<object?> arguments)
    {
        var template = Find(name) ?? throw new TemplateException($"{Id}: there is no template '{name}'.");
        return template.Function.CheckCount(arguments.Length) is { } wrong
            ? throw new TemplateException($"{Id}: {wrong}")
            : Finished(template.Evaluate(arguments, Outermost(memory, options), again: false));
    }

    /// <summary>Evaluates a text as it stands in an activity: <c>Hello ${name}, ${Greeting()}</c>.</summary>
    /// <exception cref="TemplateException">The text cannot be read or evaluated.</exception>
    public object? EvaluateText(string text, IMemory memory, EvaluationOptions? options = null) =>
        Finished(EvaluateInline(text, Outermost(memory, options)));

    /// <summary>All that a template can say.</summary>
    /// <exception cref="TemplateException">There is no such template, or it failed.</exception>
    public IReadOnlyList<object?> Expand(string name, IMemory memory, EvaluationOptions? options = null, params ReadOnlySpan<object?> arguments)
    {
        var template = Find(name) ?? throw new TemplateException($"{Id}: there is no template '{name}'.");
        return (List<object?>)Finished(template.Expand(arguments, Outermost(memory, options)))!;
    }

    /// <summary>All that a text can say.</summary>
    /// <exception cref="TemplateException">The text cannot be read or evaluated.</exception>
    public IReadOnlyList<object?> ExpandText(string text, IMemory memory, EvaluationOptions? options = null) =>
        (List<object?>)Finished(Inline(text).Expand([], Outermost(memory, options)))!;

    /// <summary>What is wrong in a text, with line and column in that text.</summary>
    public IReadOnlyList<LgDiagnostic> CheckText(string text)
    {
        var found = new List<LgDiagnostic>();
        _ = new LgBodyReader(new LgSource("text", text), Functions, found).ReadText();
        return found;
    }

    internal object? EvaluateInline(string text, in Scope scope) => Inline(text).Evaluate([], scope, again: true);

    private static Templates Parse(LgSource source, ITemplateSources? sources, FunctionTable functions, Dictionary<string, Templates> read)
    {
        var reader = new LgFileReader(source);
        reader.Read();
        var templates = new Templates(source, sources, functions, reader);
        read[source.Id] = templates;
        foreach (var raw in reader.Templates)
        {
            templates._byName[raw.Name] = new Template(raw.Name, raw.Parameters, source, raw.Offset);
        }

        templates.Import(reader.Imports, functions, read);
        foreach (var raw in reader.Templates)
        {
            templates._byName[raw.Name].Body = new LgBodyReader(source, templates.Functions, templates._diagnostics).ReadBody(raw);
        }

        TemplateChecker.FindUnknown(templates, templates._diagnostics);
        TemplateChecker.FindLoops(templates, templates._diagnostics);
        return templates;
    }

    private void Import(List<RawImport> imports, FunctionTable functions, Dictionary<string, Templates> read)
    {
        foreach (var import in imports)
        {
            var found = Sources?.FindImport(Source, import.Path.Replace('\\', '/'));
            if (found is null)
            {
                _diagnostics.Add(LgDiagnostic.At(Source, import.Offset, "lg-import", $"There is no file '{import.Path}' to import."));
                continue;
            }

            // A file that is being read already imports us: what it has so far is its templates' names, and that is enough.
            var imported = read.TryGetValue(found.Id, out var known) ? known : Parse(found, Sources, functions, read);
            if (import.Alias is not null)
            {
                _byAlias[import.Alias] = imported;
                continue;
            }

            foreach (var (name, template) in imported._byName)
            {
                if (!_byName.TryAdd(name, template) && !ReferenceEquals(_byName[name], template))
                {
                    _diagnostics.Add(LgDiagnostic.At(Source, import.Offset, "lg-duplicate", $"The template '{name}' stands in '{_byName[name].Source.Id}' and in '{template.Source.Id}'."));
                }
            }
        }
    }

    private Template Inline(string text)
    {
        if (_inline.TryGet(text, out var known))
        {
            return known;
        }

        var source = new LgSource("text", text);
        var template = new Template("text", [], source, 0) { Body = new VariationsBody([new LgBodyReader(source, Functions, []).ReadText()]) };
        return _inline.Add(text, template);
    }

    private Scope Outermost(IMemory memory, EvaluationOptions? options)
    {
        ArgumentNullException.ThrowIfNull(memory);
        var given = options ?? EvaluationOptions.Default;
        if (_options.Count == 0)
        {
            return new Scope(memory, given);
        }

        var made = _evaluationOptions;
        if (made is null || !ReferenceEquals(made.Given, given))
        {
            var substitute = _options.GetValueOrDefault("replaceNull");
            made = new MergedOptions(given, given with
            {
                Strict = given.Strict || string.Equals(_options.GetValueOrDefault("strict"), "true", StringComparison.OrdinalIgnoreCase),
                NullSubstitution = given.NullSubstitution
                    ?? (substitute is null ? null : path => substitute.Replace("${path}", path, StringComparison.Ordinal)),
            });
            _evaluationOptions = made;
        }

        return new Scope(memory, made.Ours);
    }

    private object? Finished(object? result)
    {
        if (result is Fault fault)
        {
            throw new TemplateException($"{fault.Place ?? Id}: {fault.Reason}");
        }

        return result is string text && string.Equals(_options.GetValueOrDefault("lineBreakStyle"), "markdown", StringComparison.OrdinalIgnoreCase)
            ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\n\n", StringComparison.Ordinal)
            : result;
    }

    /// <summary>The caller's options with the file's own, kept because it is nearly always the same caller.</summary>
    private sealed record MergedOptions(EvaluationOptions Given, EvaluationOptions Ours);
}
