using System.Text.Json;
using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Screening;
using GuidanceBot.Turns.Answers;
using Microsoft.SemanticKernel;

namespace GuidanceBot.Generation.Understanding;

/// <summary>Asks a model for the whole question behind one that leans on the answer before, and takes it only if it is made of known words.</summary>
internal sealed class QuestionRewriting(Lazy<PromptFunction> prompt, QuestionScreen screen, GenerationCounters counters) : IQuestionRewriting
{
    public const string Prompt = "rewrite.prompt.xml";

    public const string Schema = """
        {"type":"object","additionalProperties":false,"required":["question"],"properties":{"question":{"type":"string"}}}
        """;

    public async ValueTask<string?> RewriteAsync(string question, IReadOnlyList<string> headings, CancellationToken cancellationToken)
    {
        try
        {
            var asked = screen.ForModel(question) ?? throw new ModelUnavailableException(ModelTrouble.PersonalData);
            var written = await PromptFunction.AskAsync(
                prompt, new KernelArguments { ["question"] = asked, ["headings"] = string.Join('\n', headings) }, cancellationToken);
            var whole = Read(written);
            if (RewriteCheck.Allows(whole, question, headings))
            {
                return whole;
            }

            throw new ModelUnavailableException(ModelTrouble.NotGrounded);
        }
        catch (ModelUnavailableException trouble)
        {
            counters.Quoted(trouble.Trouble, "reading a question");
            return null;
        }
    }

    private static string Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return (document.RootElement.GetProperty("question").GetString() ?? "").Trim();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ModelUnavailableException(ModelTrouble.Unreadable, fault);
        }
    }
}
