using System.Globalization;
using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions.Functions;

/// <summary>JSONPath as Bot Framework's JSON library reads it: names, indices, slices, <c>*</c>, <c>..</c>, unions, filters.</summary>
/// <remarks>A filter is an adaptive expression about <c>@</c>, the item: <c>[?(@.Price >= 50 &amp;&amp; @.Name != 'x')]</c>.</remarks>
internal static class JsonPath
{
    /// <exception cref="FormatException">The path cannot be read.</exception>
    public static List<object?> Select(object? root, string path, EvaluationLimits limits)
    {
        List<object?> found = [root];
        var at = path.StartsWith('$') ? 1 : 0;
        while (at < path.Length)
        {
            var deep = path.AsSpan(at).StartsWith("..", StringComparison.Ordinal);
            at += deep ? 2 : path[at] == '.' ? 1 : 0;
            if (deep)
            {
                found = [.. found.SelectMany(Descendants).Take(limits.MaxListLength)];
            }

            if (at < path.Length && path[at] == '[')
            {
                var end = EndOfBracket(path, at);
                found = Bracket(found, path[(at + 1)..end].Trim());
                at = end + 1;
            }
            else
            {
                var end = path.AsSpan(at).IndexOfAny('.', '[');
                var name = end < 0 ? path[at..] : path[at..(at + end)];
                if (name.Length == 0)
                {
                    throw new FormatException($"'{path}' is not a JSON path: a name is missing at character {at + 1}.");
                }

                found = name == "*" ? [.. found.SelectMany(Children)] : Named(found, name);
                at += name.Length;
            }
        }

        return found;
    }

    private static List<object?> Bracket(List<object?> items, string inside)
    {
        if (inside.StartsWith('?'))
        {
            var condition = inside[1..].Trim();
            var filter = Expression.Parse(condition.Replace("@.", "@item.", StringComparison.Ordinal).Replace("@[", "@item[", StringComparison.Ordinal));
            return [.. items.SelectMany(Children).Where(i => Value.IsTrue(filter.TryEvaluate(new ObjectMemory(new DialogObject { ["@item"] = i })).Value))];
        }

        if (inside == "*")
        {
            return [.. items.SelectMany(Children)];
        }

        if (inside.Length > 0 && inside[0] is '\'' or '"')
        {
            return [.. inside.Split(',').SelectMany(name => Named(items, name.Trim().Trim('\'', '"')))];
        }

        return inside.Contains(':', StringComparison.Ordinal)
            ? [.. items.OfType<List<object?>>().SelectMany(list => Slice(list, inside))]
            : [.. inside.Split(',').SelectMany(index => Indexed(items, Number(index, inside)))];
    }

    private static IEnumerable<object?> Slice(List<object?> list, string inside)
    {
        var parts = inside.Split(':');
        var step = parts.Length > 2 && parts[2].Trim().Length > 0 ? Number(parts[2], inside) : 1;
        if (step <= 0)
        {
            throw new FormatException($"'[{inside}]': the step of a slice is more than 0.");
        }

        var from = parts[0].Trim().Length > 0 ? Number(parts[0], inside) : 0;
        var to = parts[1].Trim().Length > 0 ? Number(parts[1], inside) : list.Count;
        from = Math.Clamp(from < 0 ? from + list.Count : from, 0, list.Count);
        to = Math.Clamp(to < 0 ? to + list.Count : to, 0, list.Count);
        for (var i = from; i < to; i += step)
        {
            yield return list[i];
        }
    }

    private static int Number(string text, string inside) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new FormatException($"'[{inside}]' is not part of a JSON path.");

    private static List<object?> Named(List<object?> items, string name) =>
        [.. items.OfType<DialogObject>().Where(o => o.ContainsKey(name)).Select(o => o[name])];

    private static IEnumerable<object?> Indexed(List<object?> items, int index) =>
        items.OfType<List<object?>>().Select(l => (List: l, At: index < 0 ? index + l.Count : index)).Where(l => l.At >= 0 && l.At < l.List.Count).Select(l => l.List[l.At]);

    private static IEnumerable<object?> Children(object? value) => value switch
    {
        DialogObject o => o.Select(p => p.Value),
        List<object?> list => list,
        _ => [],
    };

    private static IEnumerable<object?> Descendants(object? value) => Children(value).SelectMany(Descendants).Prepend(value);

    private static int EndOfBracket(string path, int start)
    {
        var depth = 0;
        var quote = '\0';
        for (var i = start; i < path.Length; i++)
        {
            var c = path[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '\'' or '"')
            {
                quote = c;
            }
            else if (c == '[')
            {
                depth++;
            }
            else if (c == ']' && --depth == 0)
            {
                return i;
            }
        }

        throw new FormatException($"'{path}' is not a JSON path: ']' is missing.");
    }
}
