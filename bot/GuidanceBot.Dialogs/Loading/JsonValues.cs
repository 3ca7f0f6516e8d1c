using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Loading;

/// <summary>Content's JSON as values of the runtime.</summary>
internal static class JsonValues
{
    public static object? ToValue(JsonSource source)
    {
        if (source.IsArray)
        {
            return source.Items.ConvertAll(ToValue);
        }

        if (!source.IsObject)
        {
            return Box.Normalize(source.Scalar);
        }

        var value = new DialogObject(source.Members.Count);
        foreach (var (name, inner) in source.Members)
        {
            value.SetExactly(name, ToValue(inner));
        }

        return value;
    }
}
