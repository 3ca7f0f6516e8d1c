using System.Globalization;
using System.Text;
using System.Xml;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>From one kind of value to another.</summary>
internal static class ConversionFunctions
{
    private const string DataUriPrefix = "data:text/plain;charset=utf-8;base64,";

    public static IEnumerable<ExpressionFunction> All =>
    [
        new("int", "a", 'n', (a, in _) => ToInteger(a[0]), pure: true),
        new("float", "a", 'n', (a, in _) => ToDouble(a[0]), pure: true),
        new("string", "as?", 's', (a, in s) => Check.Culture(a, 1, s, out var c) ?? (object)ToText(a[0], c)),
        new("binary", "s", 'a', (a, in _) => Check.Text(a[0], out var t) ?? (object)Encoding.UTF8.GetBytes(t)),
        new("base64", "a", 's', (a, in _) => Bytes(a[0], out var bytes) ?? (object)Convert.ToBase64String(bytes)),
        new("base64ToBinary", "s", 'a', (a, in _) => Check.Text(a[0], out var t) ?? (object)Convert.FromBase64String(t)),
        new("base64ToString", "s", 's', (a, in _) => Check.Text(a[0], out var t) ?? (object)Encoding.UTF8.GetString(Convert.FromBase64String(t))),
        new("dataUri", "s", 's', (a, in _) => Bytes(a[0], out var bytes) ?? (object)(DataUriPrefix + Convert.ToBase64String(bytes))),
        new("dataUriToBinary", "s", 'a', (a, in _) => Bytes(a[0], out var bytes) ?? (object)bytes),
        new("dataUriToString", "s", 's', (a, in _) => Check.Text(a[0], out var t) ?? (object)Encoding.UTF8.GetString(Convert.FromBase64String(t[(t.LastIndexOf(',') + 1)..]))),
        new("uriComponent", "s", 's', (a, in s) => Check.Text(a[0], out var t) ?? s.CheckLength(9L * t.Length) ?? (object)Uri.EscapeDataString(t)),
        new("uriComponentToString", "s", 's', (a, in _) => Check.Text(a[0], out var t) ?? (object)Uri.UnescapeDataString(t)),
        new("formatNumber", "nns?", 's', FormatNumber),
        new("json", "a", 'a', (a, in _) => a[0] is string text ? LenientJson.Parse(text) : a[0]),
        new("jsonStringify", "a", 's', (a, in _) => ValueText.Json(a[0])),
        new("xml", "a", 's', (a, in _) => ToXml(a[0] is string text ? LenientJson.Parse(text) : a[0])),
        new("stringOrValue", "s", 'a', StringOrValue),
    ];

    private static object ToInteger(object? value) => Box.Of(value switch
    {
        long n => n,
        null => 0,
        bool b => b ? 1 : 0,
        double x => Convert.ToInt64(x),
        string s => long.Parse(s, NumberStyles.Integer, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"{Check.Shown(value)} is not a number."),
    });

    private static double ToDouble(object? value) => value switch
    {
        double x => x,
        long n => n,
        null => 0.0,
        bool b => b ? 1.0 : 0.0,
        string s => double.Parse(s, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
        _ => throw new FormatException($"{Check.Shown(value)} is not a number."),
    };

    private static string ToText(object? value, CultureInfo culture) => value switch
    {
        string s => s,
        long n => n.ToString(culture),
        double x => x.ToString(culture),
        DateTime t => t.ToString(culture),
        byte[] bytes => Convert.ToBase64String(bytes),
        _ => ValueText.Json(value),
    };

    private static Fault? Bytes(object? value, out byte[] bytes)
    {
        bytes = value as byte[] ?? [];
        if (value is byte[])
        {
            return null;
        }

        var fault = Check.Text(value, out var text);
        bytes = Encoding.UTF8.GetBytes(text);
        return fault;
    }

    private static object? FormatNumber(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (Check.Any(Check.Number(a[0], out var number), Check.Integer(a[1], out var digits), Check.Culture(a, 2, scope, out var culture)) is { } fault)
        {
            return fault;
        }

        return digits is < 0 or > 99
            ? new Fault("The second argument of formatNumber is 0 to 99.")
            : number.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), culture);
    }

    /// <summary>The inside of a text is evaluated: <c>'${x}'</c> alone gives the value of x, anything more gives text.</summary>
    private static object? StringOrValue(ReadOnlySpan<object?> a, in Scope scope)
    {
        if (a[0] is not string text)
        {
            return Check.Not(a[0], "a string");
        }

        Expression parsed;
        try
        {
            parsed = Expression.Parse($"`{text}`");
        }
        catch (ExpressionException fault)
        {
            return new Fault(fault.Message);
        }

        var parts = parsed.Root.Children;
        return parts is [_, { IsConstant: false } only] ? only.Evaluate(scope) : parsed.Root.Evaluate(scope);
    }

    /// <summary>JSON as XML in the mapping of .NET's JsonReaderWriterFactory: an element for a property, its type as attribute.</summary>
    private static string ToXml(object? value)
    {
        var target = new StringBuilder();
        using (var writer = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true }))
        {
            WriteXml(writer, "root", value);
        }

        return target.ToString();
    }

    private static void WriteXml(XmlWriter writer, string name, object? value)
    {
        writer.WriteStartElement(XmlConvert.EncodeLocalName(name));
        writer.WriteAttributeString("type", value switch
        {
            null => "null",
            long or double => "number",
            _ => Value.TypeName(value),
        });
        switch (value)
        {
            case DialogObject o:
                foreach (var (key, inner) in o)
                {
                    WriteXml(writer, key, inner);
                }

                break;
            case List<object?> list:
                foreach (var item in list)
                {
                    WriteXml(writer, "item", item);
                }

                break;
            case not null:
                writer.WriteString(value is bool b ? (b ? "true" : "false") : ValueText.Of(value));
                break;
        }

        writer.WriteEndElement();
    }
}
