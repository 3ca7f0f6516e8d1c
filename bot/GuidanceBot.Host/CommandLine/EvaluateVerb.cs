using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Host.Evaluation;
using GuidanceBot.Knowledge;
using GuidanceBot.Knowledge.Evaluating;
using GuidanceBot.Turns;

namespace GuidanceBot.Host.CommandLine;

/// <summary><c>guidancebot evaluate FILE.jsonl…</c>: how well the bot answers, with the misses.</summary>
internal static class EvaluateVerb
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<FileInfo[]>("file")
        {
            Description = "Questions, a JSON object a line; the form is in tests/questions/README.md.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print a line for each question, then one of totals." };
        var command = new Command("evaluate", "Put questions to the bot and print how well it did, with the misses.") { files, json };

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var questions = ReadAll(parsed.GetValue(files)!);
            await using var program = Composition.ForTerminal(new StandingClock(QuestionRun.WorkingMorning));
            var run = new QuestionRun(program.Turn, program.Get<GuidanceLibrary>());
            var judged = new List<JudgedReply>();
            foreach (var question in questions)
            {
                var (verdict, reply) = await run.AskAsync(question, cancellationToken);
                judged.Add(verdict);
                if (parsed.GetValue(json))
                {
                    await terminal.Out.WriteLineAsync(Line(question, reply));
                }
            }

            var card = Scorecard.Of(judged);
            await terminal.Out.WriteLineAsync(parsed.GetValue(json) ? ScorecardText.Json(card) : ScorecardText.Table(card));
            return ExitCode.Done;
        });
        return command;
    }

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
