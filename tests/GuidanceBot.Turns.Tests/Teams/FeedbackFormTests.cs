using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Turns.Teams;
using GuidanceBot.Turns.Tests.Cards;

namespace GuidanceBot.Turns.Tests.Teams;

public sealed class FeedbackFormTests
{
    private static readonly FeedbackForm Form = new(SomeReplies.Wording);

    [Theory]
    [InlineData("like", "LikeReasons")]
    [InlineData("dislike", "DislikeReasons")]
    public void A_thumb_opens_five_reasons_to_choose_from_and_nothing_to_type(string reaction, string reasons)
    {
        var answer = Form.Open(Json($$$"""{"actionName":"feedback","actionValue":{"reaction":"{{{reaction}}}"}}"""));

        var card = answer.Body!["task"]!["value"]!["card"]!["content"]!.AsObject();
        Assert.Empty(CardRules.Check(card));
        Assert.Equal(
            SomeReplies.Wording.Phrases(reasons),
            card["body"]!.AsArray().Single(element => (string?)element!["type"] == "Input.ChoiceSet")!["choices"]!.AsArray().Select(choice => (string?)choice!["value"]));
        Assert.Equal(5, SomeReplies.Wording.Phrases(reasons).Count);
        Assert.DoesNotContain("Input.Text", card.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(reaction, (string?)card["actions"]![0]!["data"]!["reaction"]);
    }

    public static TheoryData<string, string, string> Sent => new()
    {
        { """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"{\"reason\":\"It is clear\",\"reaction\":\"like\"}"}}""", "like", "It is clear" },
        { """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":{"reason":"It is clear"}}}""", "dislike", "It is clear" },
        { """{"actionName":"feedback","actionValue":{"reaction":"dislike","feedback":"{\"feedbackText\":\"words\"}"}}""", "dislike", "words" },
        { """{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"plain words"}}""", "like", "plain words" },
        { """{"actionName":"feedback","actionValue":{"reaction":"like"}}""", "like", "" },
        { """{"data":{"reaction":"dislike","reason":"Something is missing"}}""", "dislike", "Something is missing" },
        { """{"reaction":"like","reason":"It is clear"}""", "like", "It is clear" },
    };

    [Theory]
    [MemberData(nameof(Sent))]
    public void What_is_sent_in_is_read_in_every_form(string value, string reaction, string words) =>
        Assert.Equal((reaction, words), FeedbackForm.Read(Json(value)));

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"heart"}}""")]
    [InlineData("""{"data":{"reaction":5}}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    public void Anything_else_is_no_feedback(string value) => Assert.Null(FeedbackForm.Read(Json(value)));

    private static JsonElement Json(string text) => JsonSerializer.SerializeToElement(JsonNode.Parse(text));
}
