using GuidanceBot.Generation.Switching;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Models;

/// <summary>Stands before an encoder: the kill switch, the day's budget, and one kind of exception for all that can go wrong.</summary>
internal sealed class GuardedEmbeddings(
    IEmbeddingGenerator<string, Embedding<float>> inner, KillSwitch killSwitch, DailyBudget budget, GenerationCounters counters)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (killSwitch.Reason is not null)
        {
            throw new ModelUnavailableException(ModelTrouble.SwitchedOff);
        }

        var texts = values.ToList();
        var reserved = budget.Reserve(texts.Sum(text => (long)text.Length), 0, embedding: true);
        try
        {
            var vectors = await base.GenerateAsync(texts, options, cancellationToken);
            budget.Settle(reserved, vectors.Usage, embedding: true);
            counters.Spent(vectors.Usage?.TotalTokenCount ?? 0);
            return vectors.Count == texts.Count ? vectors : throw new ModelUnavailableException(ModelTrouble.Unreadable);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.Translate(fault);
        }
    }
}
