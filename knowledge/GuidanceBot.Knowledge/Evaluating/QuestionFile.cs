using System.Text.Json;
using GuidanceBot.Knowledge.Passages;
using GuidanceBot.Knowledge.Reading;

namespace GuidanceBot.Knowledge.Evaluating;

/// <summary>Reads questions, a JSON object a line.</summary>
public static class QuestionFile
{
    private const string Keys = "id, question, kind, user, area, after, must_contain_any, passages, topic, note";

    /// <returns>The questions that could be read, and what is wrong with the others, by line.</returns>
    public static (IReadOnlyList<Question> Questions, IReadOnlyList<ContentError> Errors) Read(string path)
    {
        var errors = new FileErrors(Path.GetFileName(path));
        return StrictText.Read(path, errors) is { } text ? (Parse(text, errors), errors.All) : ([], errors.All);
    }

    internal static IReadOnlyList<Question> Parse(string text, FileErrors errors)
    {
        var questions = new List<Question>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var line = 0;
        foreach (var written in text.Split('\n'))
        {
            line++;
            if (written.AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            if (QuestionOf(written, line, errors) is not { } question)
            {
                continue;
            }

            if (!ids.Add(question.Id))
            {
                errors.Add("id-twice", line, 1, $"Another question of this file has the id '{question.Id}'. Give one of them another.");
            }

            questions.Add(question);
        }

        return questions;
    }

    private static Question? QuestionOf(string written, int line, FileErrors errors)
    {
        try
        {
            using var json = JsonDocument.Parse(written);
            var before = errors.All.Count;
            var question = Read(json.RootElement, line, errors);
            return errors.All.Count == before ? question : null;
        }
        catch (JsonException fault)
        {
            errors.Add("json-syntax", line, (int)(fault.BytePositionInLine ?? 0) + 1, $"This line is not a JSON object. Each line is one, such as {{\"id\": \"q-1\", \"question\": \"…\"}}.");
            return null;
        }
        catch (InvalidOperationException)
        {
            errors.Add("json-value", line, 1, $"A value has the wrong form: texts in quotes, must_contain_any as [[\"one\", \"or this\"], [\"and this\"]], passages as [\"document#heading\"].");
            return null;
        }
    }

    private static Question Read(JsonElement json, int line, FileErrors errors)
    {
        var question = new Question("", "", QuestionKind.Answerable) { Line = line };
        foreach (var property in json.EnumerateObject())
        {
            switch (property.Name)
            {
                case "id":
                    question = question with { Id = property.Value.GetString() ?? "" };
                    break;
                case "question":
                    question = question with { Text = property.Value.GetString() ?? "" };
                    break;
                case "kind":
                    question = question with { Kind = Choice<QuestionKind>(property, line, errors) ?? QuestionKind.Answerable };
                    break;
                case "user":
                    question = question with { User = Choice<Audience>(property, line, errors) };
                    break;
                case "area":
                    question = question with { Area = Choice<Area>(property, line, errors) };
                    break;
                case "after":
                    question = question with { After = property.Value.GetString() };
                    break;
                case "must_contain_any":
                    question = question with { MustContainAny = [.. property.Value.EnumerateArray().Select(Texts)] };
                    break;
                case "passages":
                    question = question with { Passages = PassagesOf(property, line, errors) };
                    break;
                case "topic":
                    question = question with { Topic = property.Value.GetString() ?? "" };
                    break;
                case "note":
                    break;
                default:
                    errors.Add("key-unknown", line, 1, $"'{property.Name}' is not known here. Known are: {Keys}.");
                    break;
            }
        }

        if (question.Id.Length == 0 || question.Text.Length == 0)
        {
            errors.Add("key-missing", line, 1, "A question needs an 'id' and a 'question', neither empty.");
        }

        return question;
    }

    private static T? Choice<T>(JsonProperty property, int line, FileErrors errors)
        where T : struct, Enum
    {
        if (Words.TryRead<T>((property.Value.GetString() ?? "").Replace('_', '-'), out var value))
        {
            return value;
        }

        errors.Add("value-unknown", line, 1, $"'{property.Value}' in '{property.Name}' is not known. Write one of: {Words.All<T>().Replace('-', '_')}.");
        return null;
    }

    private static IReadOnlyList<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString() ?? "")];

    private static List<PassageId> PassagesOf(JsonProperty property, int line, FileErrors errors)
    {
        var ids = new List<PassageId>();
        foreach (var text in Texts(property.Value))
        {
            if (PassageId.TryParse(text, out var id))
            {
                ids.Add(id);
            }
            else
            {
                errors.Add("passage-id", line, 1, $"'{text}' is not a passage id. Write document#heading.");
            }
        }

        return ids;
    }
}
