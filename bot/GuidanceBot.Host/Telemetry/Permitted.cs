using System.Collections.Frozen;
using Microsoft.Extensions.Compliance.Classification;

namespace GuidanceBot.Host.Telemetry;

/// <summary>The names whose values may leave the program: each is from a closed set or a figure. All others are erased.</summary>
internal static class Permitted
{
    private static readonly FrozenSet<string> Names = new[]
    {
        // turns and searches
        "status", "replied", "step", "sign", "level", "band",
        // models
        "outcome", "Task", "Trouble",
        // the log's own words: GuidanceBot.*/Log.cs and [LoggerMessage]
        "{OriginalFormat}", "Kind", "Tries", "Status", "FaultType", "FaultStackTrace", "Reference", "Count", "EventId", "EventName",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How a value is classed whose name is not known to be harmless.</summary>
    public static DataClassification Unknown { get; } = new("GuidanceBot", "Unknown");

    public static bool Contains(string name) => Names.Contains(name);
}
