using Polly.CircuitBreaker;
using Polly.Timeout;

namespace GuidanceBot.Generation.Models;

/// <summary>Reads from an exception of a client what kind of trouble it was. Its message is dropped: it may quote what was sent.</summary>
internal static class ModelFaults
{
    public static ModelUnavailableException Translate(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException)
        {
            switch (at)
            {
                case ModelUnavailableException known:
                    return known;
                case TimeoutRejectedException or TimeoutException or OperationCanceledException:
                    return new ModelUnavailableException(ModelTrouble.TooSlow, fault);
                case BrokenCircuitException:
                    return new ModelUnavailableException(ModelTrouble.Resting, fault);
                case System.Text.Json.JsonException or FormatException or KeyNotFoundException or ArgumentException:
                    return new ModelUnavailableException(ModelTrouble.Unreadable, fault);
            }
        }

        return new ModelUnavailableException(ModelTrouble.Failed, fault);
    }
}
