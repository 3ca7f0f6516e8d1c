using System.CommandLine;

namespace GuidanceBot.Host.CommandLine;

internal static class IngestVerb
{
    public static Command Create(Terminal terminal) { _ = terminal; return new("ingest", "x"); }
}
