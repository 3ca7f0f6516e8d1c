using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Receiving;

namespace GuidanceBot.Protocol.Tests.Running;

/// <summary>What a test is not about.</summary>
internal static class Some
{
    private static int _ids;

    /// <summary>A message as Teams sends it, in a personal chat, with an id of its own.</summary>
    public static JsonObject Message(string serviceUrl, string text = "hello", string conversation = "a:1chat", string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? $"17000000{Interlocked.Increment(ref _ids):D5}",
        ["timestamp"] = "2026-11-24T10:00:00.000Z",
        ["serviceUrl"] = serviceUrl,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:person", ["name"] = "A Practitioner", ["aadObjectId"] = "aad-1" },
        ["recipient"] = new JsonObject { ["id"] = "28:" + Issuer.AppId, ["name"] = "Guidance" },
        ["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "personal", ["tenantId"] = "tenant-1" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "tenant-1" } },
        ["text"] = text,
        ["textFormat"] = "plain",
        ["locale"] = "en-GB",
    };

    public static JsonObject Invoke(string serviceUrl, string name, JsonNode? value = null)
    {
        var invoke = Message(serviceUrl);
        invoke["type"] = "invoke";
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    public static Activity Read(JsonObject json) => JsonSerializer.Deserialize(json, ActivityJson.Default.Activity)!;

    public static Task Echo(TurnContext context, CancellationToken cancellationToken) =>
        context.SendActivityAsync("you said " + context.Activity.Text, cancellationToken);
}
