using System.Buffers;
using System.Text.Json;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Reads the body of a request as an activity and checks what the rest of the program relies on.</summary>
internal static class ActivityReader
{
    /// <summary>The deepest nesting that is read: objects and arrays, the activity itself included.</summary>
    public const int MaxDepth = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    /// <returns>The activity; null with a fault that says what is wrong.</returns>
    public static Activity? Read(in ReadOnlySequence<byte> body, out ActivityFault? fault)
    {
        var json = WithoutByteOrderMark(body);
        Activity? activity;
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            activity = JsonSerializer.Deserialize(ref reader, ActivityJson.Default.Activity);
            fault = activity is null ? NotAnObject : reader.Read() ? ActivityFault.Syntax(MoreAfter) : null;
        }
        catch (JsonException unreadable)
        {
            activity = null;
            fault = WhyUnreadable(json, unreadable);
        }

        fault ??= WhyIncomplete(activity!);
        activity?.Properties?.Remove("callerId");
        return fault is null ? activity : null;
    }

    private const string MoreAfter = "There is more after the activity (A2001).";

    private static ActivityFault NotAnObject => ActivityFault.Syntax("The body is not a JSON object (A2001).");

    private static ReadOnlySequence<byte> WithoutByteOrderMark(in ReadOnlySequence<byte> body) =>
        body.FirstSpan.StartsWith("\uFEFF"u8) ? body.Slice(3) : body;

    /// <summary>Fields that are absent or null. Missing names, texts and the like are no fault: channels leave them out.</summary>
    private static ActivityFault? WhyIncomplete(Activity activity) =>
        string.IsNullOrEmpty(activity.Type) ? ActivityFault.Argument("The activity has no 'type' (A2010).")
        : string.IsNullOrEmpty(activity.ChannelId) ? ActivityFault.Argument("The activity has no 'channelId' (A2020).")
        : string.IsNullOrEmpty(activity.Conversation?.Id) ? ActivityFault.Argument("The activity has no 'conversation.id' (A2080).")
        : activity.ServiceUrl is null && !activity.ExpectsReplies && !activity.IsInvoke
            ? ActivityFault.Argument("The activity has no 'serviceUrl' (A2300), and does not expect its replies in the answer.")
        : HasNull(activity.Attachments) || HasNull(activity.Entities) || HasNull(activity.MembersAdded) || HasNull(activity.MembersRemoved)
            || HasNull(activity.ReactionsAdded) || HasNull(activity.ReactionsRemoved)
            ? ActivityFault.Argument("A list of the activity has null in it (A2003).")
        : null;

    private static bool HasNull<T>(IReadOnlyList<T>? list)
        where T : class
    {
        for (var i = 0; i < list?.Count; i++)
        {
            if (list[i] is null)
            {
                return true;
            }
        }

        return false;
    }

    private static ActivityFault WhyUnreadable(in ReadOnlySequence<byte> json, JsonException unreadable)
    {
        // Read once more, without giving the values a meaning, to tell broken JSON from JSON that is no activity.
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue, AllowMultipleValues = true });
        var values = 0;
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= MaxDepth)
                {
                    return ActivityFault.Syntax($"The body is nested deeper than {MaxDepth}.");
                }

                values += reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray) ? 1 : 0;
            }
        }
        catch (JsonException)
        {
            return ActivityFault.Syntax(values > 0 ? MoreAfter : "The body is not JSON (A2001).");
        }

        if (values > 1)
        {
            return ActivityFault.Syntax(MoreAfter);
        }

        return !IsObject(json)
            ? NotAnObject
            : ActivityFault.Argument($"The field '{FieldIn(unreadable.Path)}' is given twice or is not of the type it must have (A2001, A2003).");
    }

    private static bool IsObject(in ReadOnlySequence<byte> json)
    {
        var reader = new Utf8JsonReader(json, Options);
        return reader.Read() && reader.TokenType == JsonTokenType.StartObject;
    }

    /// <summary>The name at the top of the activity. Deeper names are the caller's and may be anything.</summary>
    private static string FieldIn(string? path) => path?.Split('.', '[') is [_, { Length: > 0 and < 40 } field, ..] ? field : "?";
}
