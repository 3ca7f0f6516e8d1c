using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Protocol.Tests.Running;

namespace GuidanceBot.Protocol.Tests.Activities;

/// <summary>What leaves, to the letter.</summary>
public sealed class ActivityWriterTests
{
    private static readonly ConversationReference Somewhere = Some.Read(Some.Message("https://smba.example/", id: "m-1")).GetConversationReference();

    [Fact]
    public void A_reply_is_addressed_and_has_no_id_or_service_url()
    {
        var json = Write(OutgoingActivity.Message("5 < 6 & \"quoted\" Größe"), "m-1");

        Assert.Equal(
            """
            {"type":"message","channelId":"msteams","from":{"id":"28:11111111-2222-3333-4444-555555555555","name":"Guidance","role":"bot"},
            "recipient":{"id":"29:person","name":"A Practitioner","aadObjectId":"aad-1"},
            "conversation":{"id":"a:1chat","conversationType":"personal","tenantId":"tenant-1"},
            "replyToId":"m-1","text":"5 < 6 & \"quoted\" Größe","textFormat":"markdown"}
            """.ReplaceLineEndings(""),
            json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void Cards_prompts_citations_mentions_and_feedback_have_the_form_that_teams_reads()
    {
        var json = Write(new OutgoingActivity
        {
            Text = "Put baby on their back [1]",
            Summary = "Safer sleep",
            Attachments = [Attachment.AdaptiveCard(new JsonObject { ["type"] = "AdaptiveCard" })],
            SuggestedActions = SuggestedActions.Typing("help", "contacts") with { To = ["29:person"] },
            Entities =
            [
                new MentionEntity("29:person", "A & B"),
                new MessageEntity([new Citation(1, "Safer sleep", "Put baby on their back.") { Url = new Uri("https://example.org/a?b=c"), Keywords = ["sleep"] }], aiGenerated: true),
            ],
            ChannelData = FeedbackLoop.Default,
        });

        Assert.Equal("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]""", json["attachments"]!.ToJsonString());
        Assert.Equal(
            """{"to":["29:person"],"actions":[{"type":"imBack","title":"help","value":"help"},{"type":"imBack","title":"contacts","value":"contacts"}]}""",
            json["suggestedActions"]!.ToJsonString());
        Assert.Equal("""{"feedbackLoop":{"type":"default"}}""", json["channelData"]!.ToJsonString());
        Assert.Equal("<at>A &amp; B</at>", (string?)json["entities"]![0]!["text"]);
        Assert.Equal(
            """{"type":"https://schema.org/Message","@type":"Message","@context":"https://schema.org","@id":"","additionalType":["AIGeneratedContent"],"citation":[{"@type":"Claim","position":1,"appearance":{"@type":"DigitalDocument","name":"Safer sleep","abstract":"Put baby on their back.","url":"https://example.org/a?b=c","keywords":["sleep"]}}]}""",
            json["entities"]![1]!.ToJsonString());
    }

    [Fact]
    public void A_second_message_entity_cannot_leave() =>
        Assert.Throws<InvalidOperationException>(() => Write(new OutgoingActivity { Entities = [new MessageEntity([]), new MessageEntity([])] }));

    [Fact]
    public void A_buffer_that_was_left_in_the_middle_is_clean_for_the_next()
    {
        Assert.ThrowsAny<Exception>(() => Write(new OutgoingActivity { Entities = [new MessageEntity([]), new MessageEntity([])] }));

        Assert.Equal("typing", (string?)Write(OutgoingActivity.Typing)["type"]);
    }

    private static JsonNode Write(OutgoingActivity activity, string? replyToId = null)
    {
        using var json = JsonBuffer.Rent();
        ActivityWriter.Write(json.Writer, activity, Somewhere, replyToId);
        return JsonNode.Parse(Encoding.UTF8.GetString(json.Written))!;
    }
}
