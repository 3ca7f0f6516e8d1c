using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Generation.Tests.Wording;

public sealed class RecordedAnswersTests
{
    [Fact]
    public async Task What_a_model_answered_is_kept_and_takes_its_place()
    {
        await using var model = new StubModel().Says(("Use a firm mattress.", 1));
        var file = Path.Combine(model.Folder, "answers.jsonl");

        Assert.Equal("Use a firm mattress.", await SayAsync(model, new RecordedAnswers(file, Replay: false)));
        model.Server.Reset();
        Assert.Equal("Use a firm mattress.", await SayAsync(model, new RecordedAnswers(file, Replay: true)));
        Assert.Empty(model.Server.LogEntries);
    }

    [Fact]
    public async Task What_was_not_recorded_was_not_answered()
    {
        await using var model = new StubModel();
        var file = Path.Combine(model.Folder, "answers.jsonl");
        await File.WriteAllTextAsync(file, "{\"asked\":\"Question: another\",\"answer\":\"{}\"}\n", TestContext.Current.CancellationToken);

        Assert.Null(await SayAsync(model, new RecordedAnswers(file, Replay: true)));
    }

    [Fact]
    public async Task A_file_that_is_none_is_trouble_like_another()
    {
        await using var model = new StubModel();
        var file = Path.Combine(model.Folder, "answers.jsonl");
        await File.WriteAllTextAsync(file, "nothing of the kind\n", TestContext.Current.CancellationToken);

        Assert.Null(await SayAsync(model, new RecordedAnswers(file, Replay: true)));
    }

    private static async Task<string?> SayAsync(StubModel model, RecordedAnswers recorded)
    {
        var configuration = model.Services.GetRequiredService<IConfiguration>();
        var library = Some.Library(Some.Passage("Use a firm mattress. Can a baby sleep on it?"));
        await using var services = new ServiceCollection()
            .AddSingleton(configuration).AddSingleton(TimeProvider.System).AddSingleton(library).AddSingleton(library.Contacts).AddSingleton(Some.Words).AddLogging()
            .AddGenerationIfEnabled(configuration, recorded)
            .BuildServiceProvider();
        var worded = await services.GetRequiredService<IAnswerWording>().WordAsync("Can a baby sleep on it?", [Some.Quoted(StubModel.Cot)], TestContext.Current.CancellationToken);
        return worded?.Single().Sentences.Single().Text;
    }
}
