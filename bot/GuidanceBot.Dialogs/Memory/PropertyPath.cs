using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using GuidanceBot.Dialogs.Running;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Memory;

/// <summary>A path into memory such as <c>user.profile.name</c>, <c>$todo[0]</c> or <c>dialog.list[$index]</c>, parsed once.</summary>
/// <remarks>
/// The shorthands are those of Bot Framework's path resolvers: <c>$</c> dialog, <c>%</c> class, <c>#</c> turn.recognized.intents,
/// <c>@@</c> turn.recognized.entities, <c>@</c> the first value of an entity.
/// </remarks>
internal sealed class PropertyPath
{
    // Paths come from content, but an expression can make any number of them.
    private const int MostKept = 2000;

    private static readonly ConcurrentDictionary<string, PropertyPath> Kept = new(StringComparer.Ordinal);

    private static readonly object First = new();

    private readonly object[] _segments;

    private PropertyPath(string text, string scope, List<object> segments) =>
        (Text, Scope, _segments) = (text, scope, [.. segments]);

    public string Text { get; }

    /// <summary>The root's name as written, with a shorthand resolved.</summary>
    public string Scope { get; }

    public bool IsScope => _segments.Length == 0;

    public static PropertyPath Of(string text)
    {
        if (Kept.TryGetValue(text, out var kept))
        {
            return kept;
        }

        var path = Parse(text);
        if (Kept.Count < MostKept)
        {
            Kept.TryAdd(text, path);
        }

        return path;
    }

    /// <summary>Walks to the value; null when any step is missing.</summary>
    public object? Get(object? root, IScopes scopes)
    {
        var value = root;
        for (var i = 0; i < _segments.Length && value is not null; i++)
        {
            value = Step(value, Resolve(_segments[i], scopes));
        }

        return value;
    }

    /// <summary>Sets the value and makes the objects and lists on the way.</summary>
    public void Set(object root, IScopes scopes, object? value)
    {
        object current = root;
        for (var i = 0; i < _segments.Length - 1; i++)
        {
            var segment = Resolve(_segments[i], scopes);
            var next = Step(current, segment);
            if (next is not (DialogObject or List<object?>))
            {
                next = Resolve(_segments[i + 1], scopes) is long ? new List<object?>() : new DialogObject();
                Put(current, segment, next);
            }

            current = next;
        }

        Put(current, Resolve(_segments[^1], scopes), value);
    }

    public void Remove(object? root, IScopes scopes)
    {
        var owner = root;
        for (var i = 0; i < _segments.Length - 1 && owner is not null; i++)
        {
            owner = Step(owner, Resolve(_segments[i], scopes));
        }

        switch (owner, Resolve(_segments[^1], scopes))
        {
            case (DialogObject o, string name):
                o.Remove(name);
                break;
            case (List<object?> list, long index) when index >= 0 && index < list.Count:
                list[(int)index] = null;
                break;
            default:
                break;
        }
    }

    private static object? Step(object value, object segment) => segment switch
    {
        string name => Value.Property(value, name),
        long index => value is List<object?> list && index >= 0 && index < list.Count ? list[(int)index] : null,
        _ => FirstOf(value),
    };

    /// <summary>The first value of an entity; entities of lists are lists in a list.</summary>
    public static object? FirstOf(object? value) => value switch
    {
        List<object?> { Count: 0 } => null,
        List<object?> list => list[0] is List<object?> inner ? FirstOf(inner) : list[0],
        _ => null,
    };

    private void Put(object owner, object segment, object? value)
    {
        switch (owner, segment)
        {
            case (DialogObject o, string name):
                o[name] = value;
                break;
            case (DialogObject o, long index):
                o[index.ToString(CultureInfo.InvariantCulture)] = value;
                break;
            case (List<object?> list, long index) when index >= 0 && index <= list.Count + 1000:
                while (list.Count <= index)
                {
                    list.Add(null);
                }

                list[(int)index] = value;
                break;
            default:
                throw new DialogException($"'{Text}' cannot be set.");
        }
    }

    private static object Resolve(object segment, IScopes scopes) => segment is PropertyPath inner
        ? scopes.GetValue(inner) switch
        {
            string name => name,
            long index => index,
            double number => (long)number,
            _ => throw new DialogException($"'{inner.Text}' is neither a name nor a number and cannot stand in [ ]."),
        }
        : segment;

    private static PropertyPath Parse(string text)
    {
        var trimmed = text.Trim();
        var segments = new List<object>();
        var (scope, rest) = trimmed switch
        {
            ['$', .. var name] => ("dialog", name),
            ['%', .. var name] => ("class", name),
            ['#', .. var name] => Under(segments, "intents", name),
            ['@', '@', .. var name] => Under(segments, "entities", name),
            ['@', .. var name] => Under(segments, "entities", name),
            _ => ("", trimmed),
        };
        var parsed = Split(rest, text);
        if (trimmed is ['@', not '@', ..] && parsed.Count > 0)
        {
            parsed.Insert(1, First);
        }

        segments.AddRange(parsed);
        if (scope.Length == 0)
        {
            scope = segments is [string root, ..] ? root : throw new DialogException($"'{text}' is not a path.");
            segments.RemoveAt(0);
        }

        return new PropertyPath(text, scope, segments);
    }

    private static (string Scope, string Name) Under(List<object> segments, string part, string name)
    {
        segments.AddRange(["recognized", part]);
        return ("turn", name);
    }

    private static List<object> Split(string path, string whole)
    {
        var segments = new List<object>();
        var name = new StringBuilder();
        for (var at = 0; at < path.Length; at++)
        {
            switch (path[at])
            {
                case '.':
                    Flush();
                    break;
                case '[':
                    Flush();
                    var end = ClosingBracket(path, at);
                    if (end < 0)
                    {
                        throw new DialogException($"'{whole}' is not a path: a ']' is missing.");
                    }

                    segments.Add(Index(path[(at + 1)..end].Trim()));
                    at = end;
                    break;
                default:
                    name.Append(path[at]);
                    break;
            }
        }

        Flush();
        return segments;

        void Flush()
        {
            if (name.Length > 0)
            {
                var part = name.ToString().Trim();
                segments.Add(part == "first()" ? First : part);
                name.Clear();
            }
        }
    }

    private static int ClosingBracket(string path, int open)
    {
        var depth = 0;
        for (var at = open; at < path.Length; at++)
        {
            depth += path[at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static object Index(string inside)
    {
        if (long.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return inside is ['\'' or '"', .. var name, '\'' or '"'] ? name : Of(inside);
    }
}

/// <summary>Where paths start.</summary>
internal interface IScopes
{
    object? GetValue(PropertyPath path);
}
