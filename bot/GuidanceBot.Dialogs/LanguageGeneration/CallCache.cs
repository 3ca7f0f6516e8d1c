using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.LanguageGeneration;

/// <summary>What one evaluation of a template has got from the templates it calls.</summary>
/// <remarks>
/// A template called twice with the same arguments says the same twice, also where it chooses at random; <c>Name!()</c> asks
/// anew. Only calls that can differ are kept here.
/// </remarks>
internal sealed class CallCache
{
    private readonly List<(Template Template, object?[] Arguments, object? Result)> _calls = [];

    public bool TryGet(Template template, ReadOnlySpan<object?> arguments, out object? result)
    {
        foreach (var call in _calls)
        {
            if (ReferenceEquals(call.Template, template) && AreEqual(call.Arguments, arguments))
            {
                result = call.Result;
                return true;
            }
        }

        result = null;
        return false;
    }

    public void Add(Template template, ReadOnlySpan<object?> arguments, object? result) => _calls.Add((template, arguments.ToArray(), result));

    private static bool AreEqual(object?[] a, ReadOnlySpan<object?> b)
    {
        var equal = a.Length == b.Length;
        for (var i = 0; equal && i < a.Length; i++)
        {
            equal = Value.AreEqual(a[i], b[i]);
        }

        return equal;
    }
}
