using System.Buffers;
using System.IO.Pipelines;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Receiving;

/// <summary>Reads a request's body whole, up to a limit, and as an activity.</summary>
internal static class RequestBody
{
    /// <returns>The activity, or a fault with its HTTP status.</returns>
    public static async ValueTask<(Activity? Activity, ActivityFault? Fault, int Status)> ReadAsync(HttpRequest request, int limit)
    {
        if (request.ContentLength > limit)
        {
            return TooLarge(limit);
        }

        try
        {
            return await ReadAsync(request.BodyReader, limit);
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(limit)
                : (null, ActivityFault.Syntax("The request's body is broken."), StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Without a token: the server ends the reading itself when the caller goes, and making one costs on every request.</summary>
    private static async ValueTask<(Activity? Activity, ActivityFault? Fault, int Status)> ReadAsync(PipeReader reader, int limit)
    {
        while (true)
        {
            var read = await reader.ReadAsync();
            var body = read.Buffer;
            if (body.Length > limit)
            {
                reader.AdvanceTo(body.End);
                return TooLarge(limit);
            }

            if (read.IsCompleted)
            {
                var activity = Parse(body, out var fault);
                reader.AdvanceTo(body.End);
                return (activity, fault, StatusCodes.Status400BadRequest);
            }

            reader.AdvanceTo(body.Start, body.End);
        }
    }

    private static Activity? Parse(in ReadOnlySequence<byte> body, out ActivityFault? fault)
    {
        if (!body.IsEmpty)
        {
            return ActivityReader.Read(body, out fault);
        }

        fault = ActivityFault.Syntax("The body is empty.");
        return null;
    }

    private static (Activity?, ActivityFault?, int) TooLarge(int limit) =>
        (null, new ActivityFault("MessageSizeTooBig", $"The body is larger than {limit} bytes."), StatusCodes.Status413PayloadTooLarge);
}
