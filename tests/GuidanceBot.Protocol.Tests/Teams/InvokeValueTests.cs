using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Protocol.Tests.Teams;

/// <summary>The values of invokes, as Teams and as the Playground send them, and the answers' forms.</summary>
public sealed class InvokeValueTests
{
    public static TheoryData<string, string, string> Feedback => new()
    {
        { """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"feedbackText\":\"good\"}"}}""", "like", "good" },
        { """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"plain words"}}""", "dislike", "plain words" },
        { """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{not json"}}""", "dislike", "{not json" },
        { """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":{"feedbackText":"an object"}}}""", "dislike", "an object" },
        { """{"actionName":"feedback","actionValue":{"reaction":"like"}}""", "like", "" },
    };

    [Theory]
    [MemberData(nameof(Feedback))]
    public void Feedback_is_read_in_every_form_it_is_sent_in(string value, string reaction, string text) =>
        Assert.Equal(new MessageFeedback(reaction, text), MessageFeedback.Read(Json(value)));

    [Theory]
    [InlineData("""{"actionName":"other","actionValue":{"reaction":"like"}}""")]
    [InlineData("""{"actionName":"feedback"}""")]
    [InlineData("""{"actionName":"feedback","actionValue":[]}""")]
    [InlineData("""{"actionName":["feedback"]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_feedback_is_nothing(string value) => Assert.Null(MessageFeedback.Read(Json(value)));

    [Fact]
    public void A_cards_button_is_read()
    {
        var pressed = AdaptiveCardInvokeValue.Read(Json("""{"action":{"type":"Action.Execute","verb":"next","data":{"step":2}},"trigger":"manual"}"""));

        Assert.Equal(("next", 2, false), (pressed!.Action!.Verb, pressed.Action.Data!.Value.GetProperty("step").GetInt32(), pressed.IsRefresh));
        Assert.Null(AdaptiveCardInvokeValue.Read(Json("{}")));
        Assert.Null(AdaptiveCardInvokeValue.Read(Json("""{"action":"next"}""")));
        Assert.Null(AdaptiveCardInvokeValue.Read(null));
    }

    public static TheoryData<string, string, bool> Queries => new()
    {
        { """{"commandId":"search","parameters":[{"name":"q","value":" nests "}],"queryOptions":{"skip":0,"count":25}}""", "nests", false },
        { """{"parameters":[{"value":"nests"}]}""", "nests", false },
        { """{"parameters":[{"name":"initialRun","value":"true"}]}""", "", true },
        { """{"parameters":[{"name":"q","value":5}]}""", "", false },
        { """{"parameters":[]}""", "", false },
        { "{}", "", false },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_search_from_the_compose_box_is_read(string value, string text, bool initial)
    {
        var query = MessagingExtensionQuery.Read(Json(value))!;

        Assert.Equal((text, initial), (query.Text, query.IsInitialRun));
    }

    [Fact]
    public void An_action_on_a_message_has_the_message()
    {
        var action = MessagingExtensionAction.Read(Json("""{"commandId":"check","messagePayload":{"id":"5","body":{"contentType":"html","content":"<p>x</p>"}}}"""))!;

        Assert.Equal(("check", "<p>x</p>"), (action.CommandId, action.MessagePayload!.Body!.Content));
        Assert.DoesNotContain("<p>", $"{action} {action.MessagePayload.Body}", StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_have_the_form_that_teams_reads()
    {
        var card = new JsonObject { ["type"] = "AdaptiveCard" };

        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", Body(AdaptiveCardInvokeResponses.Card(card)));
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"late"}""", Body(AdaptiveCardInvokeResponses.Message("late")));
        Assert.Equal("""{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"Bad","message":"m"}}""", Body(AdaptiveCardInvokeResponses.Error(400, "Bad", "m")));
        Assert.Equal("""{"composeExtension":{"type":"message","text":"nothing"}}""", Body(MessagingExtensionResponses.Message("nothing")));
        Assert.Equal(
            """{"composeExtension":{"type":"result","attachmentLayout":"list","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"},"preview":{"contentType":"application/vnd.microsoft.card.thumbnail","content":{"title":"t","text":"x","tap":{"type":"invoke","value":{"id":1}}}}}]}}""",
            Body(MessagingExtensionResponses.Results([new(card, "t", "x", new JsonObject { ["id"] = 1 })])));
        Assert.Equal("""{"task":{"type":"message","value":"done"}}""", Body(TaskResponses.Message("done")));
        Assert.Equal("{}", Body(InvokeResponse.EmptyObject));
    }

    [Fact]
    public void At_most_twenty_five_results_are_shown()
    {
        var many = Enumerable.Range(0, 40).Select(i => new MessagingExtensionResult(new JsonObject(), $"{i}", ""));

        var answer = MessagingExtensionResponses.Results(many);

        Assert.Equal(25, ((JsonArray)answer.Body!["composeExtension"]!["attachments"]!).Count);
    }

    private static string Body(InvokeResponse answer) => answer.Body!.ToJsonString();

    private static JsonElement Json(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
