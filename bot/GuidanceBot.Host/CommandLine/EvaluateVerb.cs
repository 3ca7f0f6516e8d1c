using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Generation;
using GuidanceBot.Generation.Models;
using GuidanceBot.Host.Evaluation;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Evaluating;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot evaluate FILE.jsonl…</c>: how well the bot answers, with the misses.</summary>
internal static class EvaluateVerb
{
    private const string NoModel = "No model is configured. Set Generation:Chat (see README.md, \"A model that words answers\"), or give recorded answers with --replay.";

    public static Command Create(Terminal terminal)
    {
        var files = new Argument<FileInfo[]>("file")
        {
            Description = "Questions, a JSON object a line; the form is in tests/questions/README.md.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print a line for each question, then one of totals." };
        var withModel = new Option<bool>("--with-model") { Description = "Let the configured model word the answers, and print what it did to them." };
        var record = new Option<FileInfo?>("--record") { Description = "With --with-model: add what the model answers to this file." };
        var replay = new Option<FileInfo?>("--replay") { Description = "With --with-model: take the answers from this file instead of a model." };
        var command = new Command("evaluate", "Put questions to the bot and print how well it did, with the misses.") { files, json, withModel, record, replay };

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var questions = ReadAll(parsed.GetValue(files)!);
            var asks = parsed.GetValue(withModel);
            await using var program = Composition.ForMeasuring(
                new StandingClock(QuestionRun.WorkingMorning), asks ? Recorded(parsed.GetValue(record), parsed.GetValue(replay)) : null);
            var counters = asks ? program.Find<GenerationCounters>() ?? throw new WrongUseException(NoModel) : null;
            var report = new ModelReport();
            var run = new QuestionRun(program.Turn, program.Get<GuidanceLibrary>(), asks);
            var judged = new List<JudgedReply>();
            foreach (var question in questions)
            {
                var begun = TimeProvider.System.GetTimestamp();
                var (verdict, reply) = await run.AskAsync(question, cancellationToken);
                report.Add(reply, TimeProvider.System.GetElapsedTime(begun));
                judged.Add(verdict);
                if (parsed.GetValue(json))
                {
                    await terminal.Out.WriteLineAsync(Line(question, reply));
                }
            }

            var card = Scorecard.Of(judged);
            await terminal.Out.WriteLineAsync(
                parsed.GetValue(json) ? ScorecardText.Json(card, counters is null ? null : report.Json(counters))
                : counters is null ? ScorecardText.Table(card)
                : $"{ScorecardText.Table(card)}{Environment.NewLine}{Environment.NewLine}The model{Environment.NewLine}{report.Table(counters)}");
            return report.ChangedFigures == 0 ? ExitCode.Done : ExitCode.CheckFailed;
        });
        return command;
    }

    private static RecordedAnswers? Recorded(FileInfo? record, FileInfo? replay) => (record, replay) switch
    {
        (null, null) => null,
        (not null, not null) => throw new WrongUseException("Give --record or --replay, not both."),
        (not null, null) => new RecordedAnswers(record.FullName, Replay: false),
        (null, { Exists: true }) => new RecordedAnswers(replay.FullName, Replay: true),
        (null, _) => throw new WrongUseException($"There is no file {replay.FullName}. Make one with --record, or leave --replay out to ask the model."),
    };

    private static List<Question> ReadAll(FileInfo[] files)
    {
        var questions = new List<Question>();
        foreach (var file in files)
        {
            var (read, errors) = QuestionFile.Read(file.FullName);
            if (errors.Count > 0)
            {
                throw new WrongUseException(string.Join(Environment.NewLine, errors));
            }

            questions.AddRange(read);
        }

        return questions;
    }

    private static string Line(Question question, Reply reply)
    {
        var line = JsonSerializer.SerializeToNode(reply, ReplyJson.Readable.Reply)!.AsObject();
        line.Insert(0, "id", JsonValue.Create(question.Id));
        return line.ToJsonString(ReplyJson.Readable.Options);
    }
}
