using System.CommandLine;

namespace GuidanceBot.Host.CommandLine;

internal static class DoctorVerb
{
    public static Command Create(Terminal terminal) { _ = terminal; return new("doctor", "x"); }
}
