using GuidanceBot.Generation.Switching;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Models;

/// <summary>Stands before a chat model: the kill switch, the day's budget, and one kind of exception for all that can go wrong.</summary>
internal sealed class GuardedChatClient(IChatClient inner, KillSwitch killSwitch, DailyBudget budget) : DelegatingChatClient(inner)
{
    /// <summary>No text has more tokens than characters.</summary>
    private static long MostTokens(IEnumerable<ChatMessage> messages) => messages.Sum(message => (long)message.Text.Length);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (killSwitch.Reason is not null)
        {
            throw new ModelUnavailableException(ModelTrouble.SwitchedOff);
        }

        var all = messages.ToList();
        var reserved = budget.Reserve(MostTokens(all), options?.MaxOutputTokens ?? 0);
        try
        {
            var response = await base.GetResponseAsync(all, options, cancellationToken);
            budget.Settle(reserved, response.Usage);
            return response;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            throw ModelFaults.Translate(fault);
        }
    }

    /// <summary>Nothing is streamed: what is shown cannot be taken back, and nothing is shown unchecked.</summary>
    public override IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Answers of a model are checked as a whole and never streamed.");
}
