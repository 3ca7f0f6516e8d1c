using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>A memory over one object: its properties are the roots.</summary>
public sealed class ObjectMemory(object? root) : IMemory
{
    /// <summary>A memory with nothing in it.</summary>
    public static readonly IMemory Empty = new ObjectMemory(null);

    public bool TryGetValue(string name, out object? value) => Value.TryGetProperty(root, name, out value);

    public void SetValue(IReadOnlyList<object> path, object? value)
    {
        if (root is null || !TrySet(root, path, value))
        {
            throw new InvalidOperationException($"'{string.Join('.', path)}' cannot be set.");
        }
    }

    /// <summary>Sets a value inside an object, making the objects and lists on the way.</summary>
    /// <returns>False when the path leads through a value that has no inside.</returns>
    public static bool TrySet(object? target, IReadOnlyList<object> path, object? value)
    {
        for (var i = 0; i < path.Count; i++)
        {
            var last = i == path.Count - 1;
            object? next;
            switch (target, path[i])
            {
                case (DialogObject o, string name):
                    next = last ? value : o[name] ?? Container(path[i + 1]);
                    o[name] = next;
                    break;
                case (List<object?> list, long index) when index >= 0 && index <= list.Count:
                    if (index == list.Count)
                    {
                        list.Add(null);
                    }

                    next = last ? value : list[(int)index] ?? Container(path[i + 1]);
                    list[(int)index] = next;
                    break;
                default:
                    return false;
            }

            target = next;
        }

        return path.Count > 0;
    }

    private static object Container(object next) => next is long ? new List<object?>() : new DialogObject();
}
