using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Activities;

/// <summary>What the bot says. It holds no address: conversation, sender, recipient and what it replies to are added as it is sent.</summary>
/// <remarks>Immutable, so the same value may be sent to many conversations. The bot sets no id (rule A2031): the channel answers with one.</remarks>
public sealed record OutgoingActivity
{
    /// <summary>One of <see cref="ActivityTypes"/>.</summary>
    public string Type { get; init; } = ActivityTypes.Message;

    public string? Text { get; init; }

    /// <summary>One of <see cref="TextFormats"/>; Markdown unless set. Sent only with a text.</summary>
    public string TextFormat { get; init; } = TextFormats.Markdown;

    public string? Locale { get; init; }

    /// <summary>What a notification shows, and what is read where cards are not drawn.</summary>
    public string? Summary { get; init; }

    public string? InputHint { get; init; }

    /// <summary><c>list</c> or <c>carousel</c>.</summary>
    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Mentions, and at most one <see cref="MessageEntity"/>.</summary>
    public IReadOnlyList<OutgoingEntity> Entities { get; init; } = [];

    /// <summary>The channel's own settings, for example <c>FeedbackLoop.Default</c> of the Teams types.</summary>
    public JsonObject? ChannelData { get; init; }

    /// <summary>
    /// Only the person who is replied to should see it; for group chats and channels of Teams. Where the channel cannot do that,
    /// everybody there sees it: do not put anything into it that must not be seen.
    /// </summary>
    public bool OnlyForUser { get; init; }

    /// <summary>Events: which one.</summary>
    public string? Name { get; init; }

    public JsonNode? Value { get; init; }

    /// <summary>The bot is at work. Teams shows it for about three seconds.</summary>
    public static OutgoingActivity Typing { get; } = new() { Type = ActivityTypes.Typing };

    public static OutgoingActivity Message(string text) => new() { Text = text };

    /// <param name="card">An Adaptive Card's JSON.</param>
    /// <param name="summary">The same in words, for notifications and screen readers.</param>
    public static OutgoingActivity Card(JsonNode card, string summary) =>
        new() { Attachments = [Attachment.AdaptiveCard(card)], Summary = summary };

    /// <summary>Set when the activity is one that <see cref="Write"/> made: then this is what is sent, and nothing else of it is read.</summary>
    internal byte[]? Written { get; private init; }

    /// <summary>Writes the activity with its address, once and for all, to be kept and sent later.</summary>
    /// <returns>JSON in UTF-8.</returns>
    public byte[] Write(ConversationReference to)
    {
        ArgumentNullException.ThrowIfNull(to);
        using var json = JsonBuffer.Rent();
        ActivityWriter.Write(json.Writer, this, to, to.ActivityId);
        return json.ToArray();
    }

    /// <summary>What <see cref="Write"/> wrote, to be sent to the conversation that it was written for.</summary>
    public static OutgoingActivity FromWritten(byte[] json) => new() { Written = json };

    /// <summary>Says no words: this may end up in a log.</summary>
    public override string ToString() => $"outgoing {Type} activity";
}
