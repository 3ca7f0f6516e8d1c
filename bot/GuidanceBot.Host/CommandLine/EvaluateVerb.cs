using System.CommandLine;

namespace GuidanceBot.Host.CommandLine;

internal static class EvaluateVerb
{
    public static Command Create(Terminal terminal) { _ = terminal; return new("evaluate", "x"); }
}
