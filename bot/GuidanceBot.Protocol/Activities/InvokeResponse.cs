using System.Text.Json.Nodes;

namespace GuidanceBot.Protocol.Activities;

/// <summary>The answer to an invoke: it becomes the HTTP answer itself, unwrapped.</summary>
/// <param name="Status">The HTTP status. Errors of a card action keep 200 and say so in the body.</param>
/// <param name="Body">The HTTP body, or null for none.</param>
public sealed record InvokeResponse(int Status, JsonNode? Body = null)
{
    /// <summary>Nobody answers this kind of invoke.</summary>
    public static InvokeResponse NotImplemented { get; } = new(501);

    /// <summary>Done, and there is nothing to say.</summary>
    public static InvokeResponse Done { get; } = new(200);

    /// <summary>Done, with an empty object: the only answer to feedback that Teams takes as success.</summary>
    public static InvokeResponse EmptyObject => new(200, new JsonObject());

    public override string ToString() => $"{nameof(InvokeResponse)} {Status}";
}
