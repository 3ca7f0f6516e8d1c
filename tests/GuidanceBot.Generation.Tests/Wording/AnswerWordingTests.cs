using System.Text.Json;
using GuidanceBot.Generation.Models;

namespace GuidanceBot.Generation.Tests.Wording;

/// <summary>The product against a model behind real HTTP.</summary>
public sealed class AnswerWordingTests
{
    [Fact]
    public async Task What_agrees_with_the_guidance_is_said()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 2));

        Assert.Equal("Use a firm mattress.", await model.WordAsync(StubModel.Sofa, StubModel.Cot));
        Assert.Equal(100, model.Counters.Tokens);
        Assert.Equal(1, model.Counters.Counts["answer.Worded"]);
    }

    [Fact]
    public async Task What_binds_is_quoted_when_the_model_leaves_it_out()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 2));

        Assert.Equal($"“{StubModel.Sofa}” Use a firm mattress.", await model.WordAsync("!" + StubModel.Sofa, StubModel.Cot));
    }

    [Fact]
    public async Task A_sentence_that_does_not_agree_gives_way_to_the_quote()
    {
        await using var model = new StubModel().Says(("Fall asleep with a baby on a sofa.", 1), ("Use a firm mattress.", 2));

        Assert.Equal($"“{StubModel.Sofa}” Use a firm mattress.", await model.WordAsync(StubModel.Sofa, StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts["sentence.Negation"]);
    }

    [Fact]
    public async Task A_list_is_shown_as_a_list()
    {
        await using var model = new StubModel().Says(("Never share a bed: - if you smoke. - if you drank.", 1), ("Use a firm mattress.", 2));

        Assert.StartsWith("“Never share a bed:\n- if you smoke.\n- if you drank.”", await model.WordAsync("Never share a bed:\n- if you smoke.\n- if you drank.", StubModel.Cot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_most_does_not_agree_everything_is_quoted()
    {
        await using var model = new StubModel().Says(("Fall asleep with a baby on a sofa.", 1), ("Use a soft mattress.", 2));

        Assert.Null(await model.WordAsync(StubModel.Sofa, StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts["answer.NotGrounded"]);
    }

    [Fact]
    public async Task The_model_gets_numbered_passages_marks_for_numbers_and_nothing_that_names_a_family()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 2));

        await model.WordAsync("can noah sleep on a sofa, Zebedee asks", ["Ring 01332 641172 or Derby Initial Response Team, see https://example.org/page.", StubModel.Cot]);

        var asked = Assert.Single(model.Asked);
        using var body = JsonDocument.Parse(asked);
        var user = body.RootElement.GetProperty("messages")[1].GetProperty("content").GetString()!;
        Assert.Contains("Passage 1: Ring [[T1]] or [[T2]], see", user, StringComparison.Ordinal);
        Assert.Contains($"Passage 2: {StubModel.Cot}", user, StringComparison.Ordinal);
        Assert.Contains("Question: can … sleep on a sofa", user, StringComparison.Ordinal);
        Assert.All(["noah", "Zebedee", "01332", "641172", "Initial Response", "https", "example.org"], word => Assert.DoesNotContain(word, user, StringComparison.Ordinal));
        Assert.Equal("json_schema", body.RootElement.GetProperty("response_format").GetProperty("type").GetString());
        Assert.Equal(0, body.RootElement.GetProperty("temperature").GetDouble());
        Assert.False(body.RootElement.TryGetProperty("tools", out _));
    }

    [Fact]
    public async Task A_mark_that_was_copied_becomes_the_number()
    {
        await using var model = new StubModel().Says(("Ring [[T1]].", 1));

        Assert.Equal("Ring 01332 641172.", await model.WordAsync("Please ring 01332 641172.", StubModel.Cot));
    }

    [Theory]
    [InlineData("Mum is Sarah Jones, can baby sleep on a sofa?")]
    [InlineData("NHS number 943 476 5919, can baby sleep on a sofa?")]
    [InlineData("they live at DE1 2AB, can baby sleep on a sofa?")]
    public async Task A_question_that_may_name_a_family_is_not_sent(string question)
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 1));

        Assert.Null(await model.WordAsync(question, [StubModel.Cot]));
        Assert.Empty(model.Asked);
        Assert.Equal(1, model.Counters.Counts["answer.PersonalData"]);
    }

    [Fact]
    public async Task Ollama_is_asked_as_it_wants_to_be()
    {
        await using var model = new StubModel(ollama: true).Responds(StubModel.OllamaAnswer("""{"sentences":[{"text":"Use a firm mattress.","passage":1}]}"""));

        Assert.Equal("Use a firm mattress.", await model.WordAsync(StubModel.Cot));
        Assert.Equal("/api/chat", Assert.Single(model.Server.LogEntries).RequestMessage!.Path);
        Assert.Contains("\"format\":{", Assert.Single(model.Asked), StringComparison.Ordinal);
        Assert.Equal(100, model.Counters.Tokens);
    }

    public static TheoryData<string, int, ModelTrouble> Troubles => new()
    {
        { StubModel.Completion("not json"), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[{"text":"Use a firm mattr"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[{"text":"Use a firm mattress.","passage":1}]}""", "length"), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"answer":"Use a firm mattress."}"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":"Use a firm mattress."}"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[{"text":7,"passage":1}]}"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[{"text":"Use a firm mattress.","passage":"first"}]}"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[{"text":"Use a firm mattress.","passage":99999999999}]}"""), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"), 200, ModelTrouble.Unreadable },
        { StubModel.Completion("""{"sentences":[]}"""), 200, ModelTrouble.Refused },
        { StubModel.Completion("", "content_filter"), 200, ModelTrouble.Refused },
        { "{\"id\":\"1\",\"object\":\"chat.com", 200, ModelTrouble.Unreadable },
        { "<html>login</html>", 200, ModelTrouble.Unreadable },
        { """{"error":{"message":"no"}}""", 401, ModelTrouble.Failed },
        { """{"error":{"message":"no such model"}}""", 404, ModelTrouble.Failed },
        { "", 302, ModelTrouble.Failed },
        { StubModel.Completion(new string('x', 600_000)), 200, ModelTrouble.Failed },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task On_any_trouble_the_guidance_is_quoted_and_the_trouble_counted(string body, int status, ModelTrouble trouble)
    {
        await using var model = new StubModel().Responds(body, status);

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts[$"answer.{trouble}"]);
        Assert.Contains(model.Log, line => line.StartsWith($"Warning: No model was used for wording an answer: {trouble}.", StringComparison.Ordinal));
        Assert.Single(model.Asked);
    }

    [Theory]
    [InlineData(500, 3)]
    [InlineData(503, 3)]
    [InlineData(400, 1)]
    public async Task Only_what_may_pass_is_asked_again(int status, int times)
    {
        await using var model = new StubModel().Responds("{}", status);

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Equal(times, model.Asked.Count);
    }

    [Fact]
    public async Task What_passed_is_used()
    {
        await using var model = new StubModel();
        model.Server.Given(WireMock.RequestBuilders.Request.Create().UsingPost()).InScenario("once").WillSetStateTo("then")
            .RespondWith(WireMock.ResponseBuilders.Response.Create().WithStatusCode(429).WithHeader("Retry-After", "1"));
        model.Server.Given(WireMock.RequestBuilders.Request.Create().UsingPost()).InScenario("once").WhenStateIs("then")
            .RespondWith(WireMock.ResponseBuilders.Response.Create().WithHeader("Content-Type", "application/json")
                .WithBody(StubModel.Completion("""{"sentences":[{"text":"Use a firm mattress.","passage":1}]}""")));

        Assert.Equal("Use a firm mattress.", await model.WordAsync(StubModel.Cot));
    }

    [Fact]
    public async Task A_model_that_asks_for_more_patience_than_the_turn_has_is_not_waited_for()
    {
        await using var model = new StubModel().Responds("{}", 429, retryAfter: "3600");

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task A_slow_model_is_given_up()
    {
        await using var model = new StubModel(settings: ("Chat:Timeout", "00:00:00.3")).Responds("{}", delay: TimeSpan.FromSeconds(3));

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts["answer.TooSlow"]);
    }

    [Fact]
    public async Task A_model_that_keeps_failing_is_left_alone_for_a_while()
    {
        await using var model = new StubModel().Responds("{}", 500);

        for (var turn = 0; turn < 4; turn++)
        {
            Assert.Null(await model.WordAsync(StubModel.Cot));
        }

        Assert.True(model.Counters.Counts["answer.Resting"] >= 1);
        Assert.True(model.Asked.Count < 12);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_trouble_like_another()
    {
        await using var model = new StubModel(settings: ("Chat:Endpoint", "http://localhost:1/v1"));

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts["answer.Failed"]);
    }

    [Fact]
    public async Task A_turn_that_is_cancelled_ends()
    {
        await using var model = new StubModel().Responds("{}", delay: TimeSpan.FromSeconds(3));
        using var cancel = new CancellationTokenSource();
        var asking = model.Wording.WordAsync("Can a baby sleep on a sofa?", [Some.Quoted(StubModel.Cot)], cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await asking);
    }

    [Fact]
    public async Task The_budget_of_a_day_is_never_passed()
    {
        await using var model = new StubModel(settings: ("Budget:TokensPerDay", "5000")).Says(("Use a firm mattress.", 1));

        var worded = 0;
        for (var turn = 0; turn < 60; turn++)
        {
            worded += await model.WordAsync(StubModel.Cot) is null ? 0 : 1;
        }

        Assert.InRange(worded, 1, 49);
        Assert.Equal(100 * worded, model.Counters.Tokens);
        Assert.True(model.Counters.Counts["answer.Budget"] > 0);
    }

    [Fact]
    public async Task Money_counts_as_tokens_do()
    {
        await using var model = new StubModel(settings: [("Budget:CostPerDay", "0.000001"), ("Budget:InputPricePerMillion", "5"), ("Budget:OutputPricePerMillion", "15")])
            .Says(("Use a firm mattress.", 1));

        Assert.Null(await model.WordAsync(StubModel.Cot));
        Assert.Equal(1, model.Counters.Counts["answer.Budget"]);
        Assert.Empty(model.Asked);
    }
}
