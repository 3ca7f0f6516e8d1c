using GuidanceBot.Knowledge.Contacts;
using Microsoft.Extensions.AI;

namespace GuidanceBot.Generation.Models;

/// <summary>Counts tokens and money of a day, and says no before they are spent.</summary>
/// <remarks>A call reserves the most that it can cost and gives back what it did not use, so that calls at once cannot overrun it. Thread-safe.</remarks>
internal sealed class DailyBudget(BudgetOptions options, TimeProvider clock)
{
    private const double Million = 1_000_000;

    private readonly Lock _lock = new();
    private DateOnly _day;
    private long _tokens;
    private double _cost;

    /// <summary>What was spent today, with what is reserved.</summary>
    public (long Tokens, double Cost) Today
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return (_tokens, _cost);
            }
        }
    }

    /// <exception cref="ModelUnavailableException">The day's budget does not allow it.</exception>
    public Reservation Reserve(long input, long output, bool embedding = false)
    {
        var tokens = input + output;
        var cost = CostOf(input, output, embedding);
        lock (_lock)
        {
            Turn();
            if (_tokens + tokens > options.TokensPerDay || _cost + cost > (options.CostPerDay ?? double.PositiveInfinity))
            {
                throw new ModelUnavailableException(ModelTrouble.Budget);
            }

            _tokens += tokens;
            _cost += cost;
            return new Reservation(_day, tokens, cost);
        }
    }

    /// <summary>Replaces what was reserved by what was used; null when the model did not say: then the reservation stands.</summary>
    public void Settle(Reservation reserved, UsageDetails? usage, bool embedding = false)
    {
        if (usage is null)
        {
            return;
        }

        var (input, output) = (usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);
        Replace(reserved, input + output, CostOf(input, output, embedding));
    }

    /// <summary>Gives a reservation back: nothing was used.</summary>
    public void Release(Reservation reserved) => Replace(reserved, 0, 0);

    private void Replace(Reservation reserved, long tokens, double cost)
    {
        lock (_lock)
        {
            Turn();
            if (reserved.Day == _day)
            {
                _tokens += tokens - reserved.Tokens;
                _cost += cost - reserved.Cost;
            }
        }
    }

    private double CostOf(long input, long output, bool embedding) => embedding
        ? input * options.EmbeddingPricePerMillion / Million
        : ((input * options.InputPricePerMillion) + (output * options.OutputPricePerMillion)) / Million;

    private void Turn()
    {
        var today = EnglishTime.Today(clock);
        if (today != _day)
        {
            (_day, _tokens, _cost) = (today, 0, 0);
        }
    }

    internal sealed record Reservation(DateOnly Day, long Tokens, double Cost);
}
