using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Authentication;
using GuidanceBot.Protocol.Receiving;
using Microsoft.Extensions.Options;

namespace GuidanceBot.Host.WebChat;

/// <summary>As much of Direct Line 3.0 as Web Chat needs: begin, say, fetch. No sockets, no files.</summary>
/// <remarks>
/// A token belongs to one conversation and one person, and what they say is theirs whatever they write into it. A turn is taken
/// directly, not over HTTP, and never sends anything elsewhere.
/// </remarks>
internal sealed class DirectLine(DirectLineConversations conversations, LocalTurns turns, IOptions<WebChatOptions> options, TimeProvider clock)
{
    private const string Bot = "guidancebot";
    private const int LargestBody = 64 * 1024;
    private const int LongestUserId = 100;

    /// <summary>The bot never writes there: replies are the answer of the turn.</summary>
    private const string Nowhere = "http://127.0.0.1/";

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var line = endpoints.MapGroup("/v3/directline");
        line.MapPost("/tokens/generate", http => BeginAsync(http, StatusCodes.Status200OK));
        line.MapPost("/tokens/refresh", http => WithTokenAsync(http, conversation => AnswerAsync(http, StatusCodes.Status200OK, Described(conversation))));
        line.MapPost("/conversations", StartAsync);
        line.MapGet("/conversations/{id}", http => WithTokenAsync(http, conversation => AnswerAsync(http, StatusCodes.Status200OK, Described(conversation))));
        line.MapPost("/conversations/{id}/activities", http => WithTokenAsync(http, conversation => SayAsync(http, conversation)));
        line.MapGet("/conversations/{id}/activities", http => WithTokenAsync(
            http, conversation => AnswerAsync(http, StatusCodes.Status200OK, conversation.After(http.Request.Query["watermark"]))));
    }

    /// <summary>With a token the conversation is there already; without, one is begun as for a token.</summary>
    private Task StartAsync(HttpContext http) =>
        TokenIn(http) is { } token && conversations.Find(token) is { } known
            ? AnswerAsync(http, StatusCodes.Status200OK, Described(known))
            : BeginAsync(http, StatusCodes.Status201Created);

    private async Task BeginAsync(HttpContext http, int status)
    {
        if (!MayBegin(http))
        {
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized");
            return;
        }

        var asked = await ReadAsync(http);
        var user = asked?["user"]?["id"] is JsonValue value && value.TryGetValue<string>(out var id) && id.Length is > 0 and <= LongestUserId
            ? id
            : $"user-{Guid.NewGuid():N}";
        if (conversations.Begin(user) is not { } conversation)
        {
            await RefuseAsync(http, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable");
            return;
        }

        await TakeAsync(conversation, new JsonObject
        {
            ["type"] = ActivityTypes.ConversationUpdate,
            ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = Bot }, new JsonObject { ["id"] = user }),
        }, http.RequestAborted);
        await AnswerAsync(http, status, Described(conversation));
    }

    /// <summary>The secret when there is one; else programs on this machine.</summary>
    private bool MayBegin(HttpContext http) => options.Value.Secret is { } secret
        ? TokenIn(http) is { } said && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(secret))
        : ThisMachine.Calls(http);

    private async Task WithTokenAsync(HttpContext http, Func<DirectLineConversation, Task> go)
    {
        if (TokenIn(http) is not { } token)
        {
            await RefuseAsync(http, StatusCodes.Status401Unauthorized, "Unauthorized");
        }
        else if (conversations.Find(token) is not { } conversation)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "TokenExpired");
        }
        else if (http.Request.RouteValues["id"] is string named && named != conversation.Id)
        {
            await RefuseAsync(http, StatusCodes.Status403Forbidden, "BadArgument");
        }
        else
        {
            await go(conversation);
        }
    }

    private async Task SayAsync(HttpContext http, DirectLineConversation conversation)
    {
        if (await ReadAsync(http) is not { } activity || activity["type"] is not JsonValue)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "BadSyntax");
            return;
        }

        // The page recognises its own message by what it put into it, and by this id.
        var id = conversation.NextId();
        activity["id"] = id;
        activity["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("O");
        activity["channelId"] = Channels.WebChat;
        activity["conversation"] = new JsonObject { ["id"] = conversation.Id };
        activity["from"] = new JsonObject { ["id"] = conversation.UserId, ["role"] = "user" };
        conversation.Add(activity.DeepClone().AsObject());
        if (await TakeAsync(conversation, activity, http.RequestAborted))
        {
            await AnswerAsync(http, StatusCodes.Status200OK, new JsonObject { ["id"] = id });
        }
        else
        {
            await RefuseAsync(http, StatusCodes.Status502BadGateway, "BotRejectedActivity");
        }
    }

    /// <summary>Gives the activity to the bot and keeps its replies for the page.</summary>
    /// <returns>False when the bot did not deal with it.</returns>
    private async Task<bool> TakeAsync(DirectLineConversation conversation, JsonObject activity, CancellationToken cancellationToken)
    {
        activity["channelId"] = Channels.WebChat;
        activity["conversation"] = new JsonObject { ["id"] = conversation.Id };
        activity["recipient"] = new JsonObject { ["id"] = Bot };
        activity["from"] ??= new JsonObject { ["id"] = conversation.UserId };
        activity["serviceUrl"] = Nowhere;
        activity["deliveryMode"] = DeliveryModes.ExpectReplies;
        if (await turns.TakeAsync(JsonSerializer.SerializeToUtf8Bytes(activity), cancellationToken) is not { } replies)
        {
            return false;
        }

        foreach (var reply in replies)
        {
            reply["id"] = conversation.NextId();
            reply["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("O");
            conversation.Add(reply);
        }

        return true;
    }

    private static JsonObject Described(DirectLineConversation conversation) => new()
    {
        ["conversationId"] = conversation.Id,
        ["token"] = conversation.Token,
        ["expires_in"] = (int)DirectLineConversations.TokenLife.TotalSeconds,
    };

    private static string? TokenIn(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } only] && only.Split(' ') is ["Bearer" or "bearer", { Length: > 0 } token] ? token : null;

    /// <returns>Null when it is no JSON object, or too large. An empty body is an empty object.</returns>
    private static async Task<JsonObject?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 or null)
        {
            return [];
        }

        if (http.Request.ContentLength > LargestBody)
        {
            return null;
        }

        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task RefuseAsync(HttpContext http, int status, string code) =>
        AnswerAsync(http, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } });

    private static Task AnswerAsync(HttpContext http, int status, JsonObject body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(body.ToJsonString(), http.RequestAborted);
    }
}
