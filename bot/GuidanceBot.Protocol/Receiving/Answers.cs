using System.Buffers;
using System.Globalization;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>The HTTP answers of the endpoint.</summary>
internal static class Answers
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>Seconds after which it is worth coming again.</summary>
    private const int ComeAgainAfter = 2;

    public static Task ErrorAsync(HttpResponse response, int status, string code, string message)
    {
        using var json = JsonBuffer.Rent();
        json.Writer.WriteStartObject();
        json.Writer.WriteStartObject("error");
        json.Writer.WriteString("code", code);
        json.Writer.WriteString("message", message);
        json.Writer.WriteEndObject();
        json.Writer.WriteEndObject();
        switch (status)
        {
            case StatusCodes.Status401Unauthorized:
                response.Headers.WWWAuthenticate = "Bearer";
                break;
            case StatusCodes.Status405MethodNotAllowed:
                response.Headers.Allow = HttpMethods.Post;
                break;
            case StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable:
                response.Headers.RetryAfter = ComeAgainAfter.ToString(CultureInfo.InvariantCulture);
                break;
        }

        return WriteAsync(response, status, json.Written);
    }

    /// <summary>The invoke's answer itself, unwrapped.</summary>
    public static Task InvokeAsync(HttpResponse response, InvokeResponse answer)
    {
        if (answer.Body is null)
        {
            response.StatusCode = answer.Status;
            return Task.CompletedTask;
        }

        using var json = JsonBuffer.Rent();
        answer.Body.WriteTo(json.Writer);
        return WriteAsync(response, answer.Status, json.Written);
    }

    /// <summary>The replies in order, and the invoke's answer beside them when it was one.</summary>
    public static Task RepliesAsync(HttpResponse response, IReadOnlyList<OutgoingActivity> replies, ConversationReference to, InvokeResponse? invoke)
    {
        using var json = JsonBuffer.Rent();
        json.Writer.WriteStartObject();
        json.Writer.WriteStartArray("activities"u8);
        for (var i = 0; i < replies.Count; i++)
        {
            ActivityWriter.Write(json.Writer, replies[i], to, to.ActivityId);
        }

        json.Writer.WriteEndArray();
        if (invoke?.Body is { } body)
        {
            json.Writer.WritePropertyName("body"u8);
            body.WriteTo(json.Writer);
        }

        json.Writer.WriteEndObject();
        return WriteAsync(response, invoke?.Status ?? StatusCodes.Status200OK, json.Written);
    }

    /// <summary>At once and with its length, so that it is one packet and not chunked.</summary>
    private static Task WriteAsync(HttpResponse response, int status, ReadOnlySpan<byte> body)
    {
        response.StatusCode = status;
        if (HttpMethods.IsHead(response.HttpContext.Request.Method))
        {
            return Task.CompletedTask;
        }

        response.ContentType = Json;
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return Task.CompletedTask;      // the server flushes when the request ends
    }
}
