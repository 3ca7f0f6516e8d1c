using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GuidanceBot.Protocol.Teams;

/// <summary>Reads an activity's value as what Teams says it is. What is something else is null: values are anybody's.</summary>
internal static class TeamsValues
{
    public static T? Read<T>(JsonElement? value, JsonTypeInfo<T> type)
        where T : class
    {
        if (value is not { ValueKind: JsonValueKind.Object } json)
        {
            return null;
        }

        try
        {
            return json.Deserialize(type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
