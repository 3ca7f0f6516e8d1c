using GuidanceBot.Generation.Grounding;
using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Screening;
using GuidanceBot.Knowledge.Contacts;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Turns.Answers;
using Microsoft.SemanticKernel;

namespace GuidanceBot.Generation.Wording;

/// <summary>Asks a model to word what an answer quotes, and lets through what agrees with it.</summary>
internal sealed class AnswerWording(
    Lazy<PromptFunction> prompt, QuestionScreen screen, ContactBook contacts, GroundingOptions options, GenerationCounters counters, ITextMeaning? meaning = null)
    : IAnswerWording
{
    public const string Prompt = "reword.prompt.xml";

    public async ValueTask<IReadOnlyList<WordedPassage>?> WordAsync(
        string question, IReadOnlyList<QuotedPassage> quoted, CancellationToken cancellationToken)
    {
        try
        {
            var asked = screen.ForModel(question) ?? throw new ModelUnavailableException(ModelTrouble.PersonalData);
            var units = new MaskedUnits(quoted.SelectMany(passage => passage.Units), contacts);
            var written = await PromptFunction.AskAsync(
                prompt, new KernelArguments { ["question"] = asked, ["passages"] = units.ToString() }, cancellationToken);
            var worded = Assembled(quoted, Checked(ModelSentence.Read(written, 2 * units.Count), units));
            counters.Worded();
            return worded;
        }
        catch (ModelUnavailableException trouble)
        {
            counters.Quoted(trouble.Trouble, "wording an answer");
            return null;
        }
    }

    /// <summary>For each unit that the model named: what may be said of it, or null when none of its sentences may.</summary>
    /// <exception cref="ModelUnavailableException">It wrote nothing, or too much of it may not be said.</exception>
    private Dictionary<QuotedUnit, string?> Checked(IReadOnlyList<ModelSentence> sentences, MaskedUnits units)
    {
        if (sentences.Count == 0)
        {
            throw new ModelUnavailableException(ModelTrouble.Refused);
        }

        var said = new Dictionary<QuotedUnit, string?>(ReferenceEqualityComparer.Instance);
        var wrong = 0;
        foreach (var sentence in sentences)
        {
            var faults = units.Find(sentence.Passage) is { } passage ? FaultsOf(sentence, passage, units) : [GroundingFault.Passage];
            counters.Sentence(faults.Count == 0 ? "Kept" : faults[0].ToString());
            wrong += faults.Count > 0 ? 1 : 0;
            if (units.Find(sentence.Passage) is not null)
            {
                var unit = units.UnitOf(sentence.Passage);
                said[unit] = said.GetValueOrDefault(unit) ?? (faults.Count == 0 && !IsList(unit) ? units.Reveal(sentence.Text) : null);
            }
        }

        return wrong > sentences.Count * options.MostReplaced ? throw new ModelUnavailableException(ModelTrouble.NotGrounded) : said;
    }

    /// <summary>A list is best shown as one.</summary>
    private static bool IsList(QuotedUnit unit) => unit.Text.Contains('\n', StringComparison.Ordinal);

    private IReadOnlyList<GroundingFault> FaultsOf(ModelSentence sentence, string passage, MaskedUnits units)
    {
        var faults = GroundingCheck.Check(sentence.Text, passage, options.Coverage);
        return faults.Count == 0 && meaning is not null && Cosine(units.Reveal(sentence.Text), units.UnitOf(sentence.Passage).Text) < options.MeaningSupport
            ? [GroundingFault.Meaning]
            : faults;
    }

    private float Cosine(string one, string other) =>
        System.Numerics.Tensors.TensorPrimitives.CosineSimilarity(meaning!.Encode(one), meaning.Encode(other));

    /// <summary>In the guidance's own order: what the model may say, the quote where it may not, and the quote of what binds or answers and it left out.</summary>
    private static WordedPassage[] Assembled(IReadOnlyList<QuotedPassage> quoted, Dictionary<QuotedUnit, string?> said) =>
        [.. quoted.Select(passage =>
        {
            var sentences = passage.Units
                .Where(unit => said.ContainsKey(unit) || unit.Binds || unit.Answers)
                .Select(unit => said.GetValueOrDefault(unit) is { } words && words != unit.Text
                    ? new WordedSentence(words, unit, IsQuote: false)
                    : new WordedSentence(unit.Text, unit, IsQuote: true))
                .ToArray();
            return new WordedPassage(sentences.Length > 0 ? sentences : [new WordedSentence(passage.Units[0].Text, passage.Units[0], IsQuote: true)]);
        })];
}
