using System.Text.RegularExpressions;
using GuidanceBot.Dialogs.Expressions;
using GuidanceBot.Dialogs.Running;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>An object of the content while it is being read. Every property that is asked for counts as known.</summary>
internal sealed class ContentNode(JsonSource json, string file, Loader loader)
{
    private readonly List<KindProperty> _asked = [];

    public JsonSource Json => json;

    public string File => file;

    public Loader Loader => loader;

    /// <summary>The properties that were asked for: those that the kind has.</summary>
    public IReadOnlyList<KindProperty> Properties => _asked;

    /// <summary>Set by kinds that take any property.</summary>
    public bool TakesAnyProperty { get; set; }

    public string? Text(string name, bool required = false) =>
        Ask(name, "string", required) is not { } value ? null
        : value.Scalar switch
        {
            string text => text,
            bool or long or double => Convert.ToString(value.Scalar, System.Globalization.CultureInfo.InvariantCulture),
            _ => Wrong<string>(value, name, "text"),
        };

    public bool Flag(string name, bool otherwise) =>
        Ask(name, "boolean") is not { } value ? otherwise : value.Scalar as bool? ?? Wrong<bool?>(value, name, "true or false") ?? otherwise;

    public long Integer(string name, long otherwise) =>
        Ask(name, "integer") is not { } value ? otherwise : value.Scalar as long? ?? Wrong<long?>(value, name, "a whole number") ?? otherwise;

    public List<string> Texts(string name)
    {
        var value = Ask(name, "strings");
        return value is null ? []
            : value.Scalar is string one ? [one]
            : value.IsArray ? [.. value.Items.Select(item => item.Scalar as string ?? "")]
            : Wrong<List<string>>(value, name, "a list of texts") ?? [];
    }

    /// <summary>Text with <c>${}</c>, or an expression after =.</summary>
    public Binding? TextBinding(string name, bool required = false) => Bind(name, "stringExpression", required, Binding.Parse);

    /// <summary>Any value; its texts as in <see cref="TextBinding"/>.</summary>
    public Binding? ValueBinding(string name, bool required = false) => Bind(name, "valueExpression", required, Binding.Parse);

    /// <summary>A condition: true, false or an expression.</summary>
    public Binding? Condition(string name, bool required = false) => Bind(name, "booleanExpression", required, Binding.ParseExpression);

    public List<Binding> Conditions(string name)
    {
        var value = Ask(name, "booleanExpressions");
        return value is null ? []
            : [.. value.Items.Select(item => Parsed(item, () => Binding.ParseExpression(item, loader.Functions))).OfType<Binding>()];
    }

    public Binding? NumberBinding(string name) => Bind(name, "numberExpression", false, Binding.ParseExpression);

    /// <summary>A list or an object as it stands, or an expression that gives one.</summary>
    public Binding? JsonBinding(string name) => Bind(name, "jsonExpression", false, Binding.ParseExpression);

    public Binding Choice(string name, string otherwise, params string[] allowed)
    {
        if (Ask(name, "enumExpression", allowed: allowed) is not { } value)
        {
            return Binding.Of(otherwise);
        }

        if (value.Scalar is string text && text is not ['=', ..])
        {
            var found = allowed.FirstOrDefault(option => option.Equals(text, StringComparison.OrdinalIgnoreCase));
            return found is not null ? Binding.Of(found) : Wrong<Binding>(value, name, $"one of {string.Join(", ", allowed)}") ?? Binding.Of(otherwise);
        }

        return Parsed(value, () => Binding.ParseExpression(value, loader.Functions)) ?? Binding.Of(otherwise);
    }

    public Regex? Pattern(string name, bool ignoreCase = false, bool required = true)
    {
        var value = Ask(name, "pattern", required);
        if (value?.Scalar is not string pattern)
        {
            return null;
        }

        return Parsed(value, () => SafeRegex.Of(pattern, ignoreCase, loader.Limits.RegexTimeout));
    }

    /// <summary>Text, a template reference or an activity to send.</summary>
    public ActivityTemplate? Activity(string name, bool required = false) =>
        Ask(name, "activityTemplate", required) is { } value ? Parsed(value, () => ActivityTemplate.Parse(value, this)) : null;

    /// <summary>The dialog to call: an id, an expression after =, or a dialog written in place.</summary>
    public DialogReference? DialogReference(string name, bool required = false) =>
        Ask(name, "dialogReference", required) is { } value ? Parsed(value, () => loader.Reference(value, file)) : null;

    public List<Dialog> Actions(string name) => Many<Dialog>(name, KindRole.Dialog);

    public T? One<T>(string name, KindRole role, bool required = false)
        where T : class =>
        Ask(name, role.ToString(), required) is { } value ? loader.Read<T>(value, role, file) : null;

    public List<T> Many<T>(string name, KindRole role)
        where T : class
    {
        var value = Ask(name, role + "s");
        if (value is null)
        {
            return [];
        }

        return value.IsArray
            ? [.. value.Items.Select(item => loader.Read<T>(item, role, file)).OfType<T>()]
            : Wrong<List<T>>(value, name, "a list") ?? [];
    }

    /// <summary>Objects by name.</summary>
    public Dictionary<string, T> Named<T>(string name, KindRole role)
        where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in Ask(name, role + "Map")?.Members ?? [])
        {
            if (loader.Read<T>(value, role, file) is { } made)
            {
                found[key] = made;
            }
        }

        return found;
    }

    /// <summary>Objects without a kind of their own, each read by <paramref name="read"/>.</summary>
    public List<T> Objects<T>(string name, Func<ContentNode, T> read)
    {
        var value = Ask(name, "objects");
        if (loader.IsDescribing)
        {
            read(new ContentNode(JsonSource.EmptyObject, file, loader));
        }

        return value is null ? [] : [.. value.Items.Select(item => loader.ReadPlain(item, file, read))];
    }

    /// <summary>JSON as it stands.</summary>
    public JsonSource? Raw(string name, string type = "json", bool required = false) => Ask(name, type, required);

    public void Error(JsonSource at, string code, string message) => loader.Error(code, file, at, message);

    /// <summary>After the kind has been made: what it did not ask for, it does not have.</summary>
    public void ReportUnknown(string kind)
    {
        if (TakesAnyProperty)
        {
            return;
        }

        foreach (var (name, value) in json.Members)
        {
            if (name is not ['$', ..] && !_asked.Exists(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            {
                Error(value, ContentErrorCodes.UnknownProperty, $"{kind} has no property '{name}'.");
            }
        }
    }

    private Binding? Bind(string name, string type, bool required, Func<JsonSource, FunctionTable, Binding> parse) =>
        Ask(name, type, required) is { } value ? Parsed(value, () => parse(value, loader.Functions)) : null;

    private JsonSource? Ask(string name, string type, bool required = false, IReadOnlyList<string>? allowed = null)
    {
        _asked.Add(new KindProperty(name, type, required, allowed ?? []));
        var value = json.Member(name);
        if (value is null or { Type: System.Text.Json.JsonTokenType.Null })
        {
            if (required && !loader.IsDescribing)
            {
                Error(json, ContentErrorCodes.MissingProperty, $"{json.Kind ?? "This object"} needs '{name}'.");
            }

            return null;
        }

        return value;
    }

    private T? Parsed<T>(JsonSource value, Func<T?> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (ExpressionException fault)
        {
            Error(value, ContentErrorCodes.Expression, fault.Message);
        }
        catch (ArgumentException fault)
        {
            Error(value, ContentErrorCodes.Expression, fault.Message);
        }
        catch (DialogException fault)
        {
            Error(value, ContentErrorCodes.WrongValue, fault.Message);
        }

        return null;
    }

    private T? Wrong<T>(JsonSource value, string name, string wanted)
    {
        Error(value, ContentErrorCodes.WrongValue, $"'{name}' must be {wanted}.");
        return default;
    }
}
