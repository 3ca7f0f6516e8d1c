using GuidanceBot.Knowledge.Evaluating;
using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Tests.Evaluating;

public sealed class QuestionFileTests
{
    [Fact]
    public void A_question_is_read_with_all_that_is_said_about_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("q.jsonl", """
            {"id": "1", "question": "on the sofa?", "kind": "answerable", "user": "champion", "area": "derby", "after": "before", "must_contain_any": [["50 times", "fifty"], ["sofa"]], "passages": ["sofas#is-it-safe"], "topic": "sofa", "note": "n"}

            {"id": "2", "question": "he is blue", "kind": "emergency"}
            """);

        var (questions, errors) = QuestionFile.Read(path);

        Assert.Empty(errors);
        var first = questions[0];
        Assert.Equal((QuestionKind.Answerable, Audience.Champion, Area.Derby, "before", 1), (first.Kind, first.User, first.Area, first.After, first.Line));
        Assert.Equal("sofas#is-it-safe", Assert.Single(first.Passages).ToString());
        Assert.Equal((QuestionKind.Emergency, 3), (questions[1].Kind, questions[1].Line));
    }

    [Theory]
    [InlineData("not json", "json-syntax")]
    [InlineData("[1]", "json-value")]
    [InlineData("""{"id": 7, "question": "x"}""", "json-value")]
    [InlineData("""{"question": "x"}""", "key-missing")]
    [InlineData("""{"id": "1", "question": "x", "kind": "silly"}""", "value-unknown")]
    [InlineData("""{"id": "1", "question": "x", "passages": ["nowhere"]}""", "passage-id")]
    [InlineData("""{"id": "1", "question": "x", "must_contain": [["y"]]}""", "key-unknown")]
    [InlineData("""{"id": "0", "question": "x"}""", "id-twice")]
    public void A_wrong_line_is_told_by_its_number_and_the_rest_is_read(string line, string code)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("q.jsonl", $$"""{"id": "0", "question": "good"}""" + "\n" + line + "\n");

        var (questions, errors) = QuestionFile.Read(path);

        Assert.Equal((code, 2, "q.jsonl"), (errors[0].Code, errors[0].Line, errors[0].File));
        Assert.Equal("good", questions[0].Text);
    }

    [Theory]
    [InlineData("About 50 TIMES on a sofa.", true)]
    [InlineData("About 50 times.", false)]
    public void Of_each_group_one_must_stand_in_the_reply(string reply, bool answers)
    {
        var question = new Question("1", "x", QuestionKind.Answerable) { MustContainAny = [["50 times", "fifty"], ["sofa"]] };

        Assert.Equal(answers, question.IsAnsweredBy(reply));
    }
}
