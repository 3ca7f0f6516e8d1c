using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>A JSON schema of all kinds, for editors: what may stand where, and what each kind takes.</summary>
public static class DialogSchema
{
    /// <summary>The schema, generated from the kinds themselves.</summary>
    public static DialogObject Generate()
    {
        var definitions = new DialogObject();
        foreach (var role in Enum.GetValues<KindRole>())
        {
            var kinds = KindTable.Default.All.Where(kind => kind.Role == role)
                .Select(kind => (object?)new DialogObject { ["$ref"] = $"#/definitions/{kind.Name}" });
            definitions[$"{role}"] = new DialogObject { ["anyOf"] = new List<object?>([Type("string"), .. kinds]) };
        }

        foreach (var kind in KindTable.Default.All.OrderBy(kind => kind.Name, StringComparer.Ordinal))
        {
            definitions[kind.Name] = Describe(kind);
        }

        return new DialogObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "Adaptive dialogs",
            ["anyOf"] = new List<object?> { Ref(KindRole.Dialog.ToString()), Ref(KindRole.TestScript.ToString()) },
            ["definitions"] = definitions,
        };
    }

    /// <summary>The properties of a kind, in the order it asks for them.</summary>
    internal static IReadOnlyList<KindProperty> PropertiesOf(Kind kind)
    {
        var loader = new Loader(new ResourceExplorer(), KindTable.Default) { IsDescribing = true };
        var node = new ContentNode(JsonSource.EmptyObject, "", loader);
        kind.Create(node);
        return [.. node.Properties.DistinctBy(property => property.Name)];
    }

    private static DialogObject Describe(Kind kind)
    {
        var properties = new DialogObject { ["$kind"] = new DialogObject { ["const"] = kind.Name } };
        var required = new List<object?> { "$kind" };
        foreach (var property in PropertiesOf(kind))
        {
            properties[property.Name] = Describe(property);
            if (property.Required)
            {
                required.Add(property.Name);
            }
        }

        return new DialogObject
        {
            ["description"] = kind.What,
            ["type"] = "object",
            ["required"] = required,
            ["properties"] = properties,
            ["patternProperties"] = new DialogObject { ["^\\$"] = new DialogObject() },
            ["additionalProperties"] = false,
        };
    }

    private static DialogObject Describe(KindProperty property)
    {
        if (property.Allowed.Count > 0)
        {
            var names = new DialogObject { ["enum"] = new List<object?>(property.Allowed) };
            return new DialogObject { ["anyOf"] = new List<object?> { names, new DialogObject { ["type"] = "string", ["pattern"] = "^=" } } };
        }

        var role = Enum.GetNames<KindRole>().FirstOrDefault(name => property.Type == name || property.Type == name + "s" || property.Type == name + "Map");
        return (role, property.Type) switch
        {
            ({ } one, var type) when type == one => Ref(one),
            ({ } many, var type) when type == many + "s" => new DialogObject { ["type"] = "array", ["items"] = Ref(many) },
            ({ } map, _) => new DialogObject { ["type"] = "object", ["additionalProperties"] = Ref(map) },
            (_, "string" or "stringExpression" or "pattern") => Type("string"),
            (_, "strings" or "objects" or "booleanExpressions") => Type("array"),
            (_, "boolean") => Type("boolean"),
            (_, "integer") => Type("integer"),
            (_, "numberExpression") => Types("number", "string"),
            (_, "booleanExpression") => Types("boolean", "string"),
            (_, "dialogReference" or "activityTemplate") => Types("string", "object"),
            _ => [],
        };
    }

    private static DialogObject Ref(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static DialogObject Type(string type) => new() { ["type"] = type };

    private static DialogObject Types(params string[] types) => new() { ["type"] = new List<object?>(types) };
}
