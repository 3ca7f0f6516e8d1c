using System.CommandLine;

namespace GuidanceBot.Host.CommandLine;

internal static class IndexVerb
{
    public static Command Create(Terminal terminal) { _ = terminal; return new("index", "x"); }
}
