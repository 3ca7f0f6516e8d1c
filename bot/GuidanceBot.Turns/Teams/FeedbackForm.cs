using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Cards;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>The form behind the thumbs: reasons to choose from, so that nobody types what identifies a family.</summary>
/// <remarks>What is sent in comes back in more forms than one: as the feedback of the message, or as the data of the form.</remarks>
public sealed class FeedbackForm(BotWording wording)
{
    public const string Like = "like";
    public const string Dislike = "dislike";

    private const string ReactionField = "reaction";
    private const string ReasonField = "reason";

    /// <summary>The form for a thumb.</summary>
    public InvokeResponse Open(JsonElement? value)
    {
        var liked = (MessageFeedback.Read(value)?.Reaction ?? Text(value, ReactionField)) == Like;
        var reasons = wording.Phrases(liked ? "LikeReasons" : "DislikeReasons");
        var card = new AdaptiveCard
        {
            FallbackText = wording.Say("FeedbackAsk"),
            Body =
            [
                new ChoiceSet(ReasonField, wording.Say(liked ? "FeedbackLiked" : "FeedbackDisliked"), [.. reasons.Select(reason => new CardChoice(reason, reason))])
                {
                    IsRequired = true,
                    ErrorMessage = wording.Say("CardChooseOne"),
                },
                new TextBlock(wording.Say("FeedbackPrivacy")) { IsSubtle = true },
            ],
            Actions = [new SubmitAction(wording.Say("CardSend"), new JsonObject { [ReactionField] = liked ? Like : Dislike })],
        };
        return TaskResponses.Continue(wording.Say("FeedbackTitle"), card.ToJson(), "small");
    }

    /// <returns>The thumb, and a reason in our words or what was typed in Teams' own form; null when it is neither.</returns>
    public static (string Reaction, string Words)? Read(JsonElement? value)
    {
        if (MessageFeedback.Read(value) is { Reaction: Like or Dislike } said)
        {
            return (said.Reaction, ReasonIn(said.Text) ?? said.Text);
        }

        var data = value is { ValueKind: JsonValueKind.Object } form && form.TryGetProperty("data", out var inner) ? inner : value;
        return Text(data, ReactionField) is { } reaction && (reaction is Like or Dislike) ? (reaction, Text(data, ReasonField) ?? "") : null;
    }

    private static string? ReasonIn(string text)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            return Text(json.RootElement, ReasonField) ?? "";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
