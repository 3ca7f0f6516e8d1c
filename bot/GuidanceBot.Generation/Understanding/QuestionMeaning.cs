using GuidanceBot.Generation.Models;
using GuidanceBot.Generation.Screening;
using GuidanceBot.Knowledge.Searching.Meaning;
using GuidanceBot.Turns.Answers;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Understanding;

/// <summary>Asks the configured encoder which way a question points, once the guidance itself is encoded.</summary>
internal sealed class QuestionMeaning(
    IEmbeddingGenerator<string, Embedding<float>> encoder, LateMeanings meanings, QuestionScreen screen, GenerationCounters counters) : IQuestionMeaning
{
    public async ValueTask<float[]?> EncodeAsync(string question, CancellationToken cancellationToken)
    {
        if (!meanings.Counts)
        {
            return null;
        }

        try
        {
            var asked = screen.ForModel(question) ?? throw new ModelUnavailableException(ModelTrouble.PersonalData);
            var vectors = await encoder.GenerateAsync([asked], cancellationToken: cancellationToken);
            return LateMeanings.Normalised(vectors[0].Vector.ToArray());
        }
        catch (ModelUnavailableException trouble)
        {
            counters.Quoted(trouble.Trouble, "searching by meaning");
        }
        catch (ArgumentException)
        {
            counters.Quoted(ModelTrouble.Unreadable, "searching by meaning");
        }

        return null;
    }
}
