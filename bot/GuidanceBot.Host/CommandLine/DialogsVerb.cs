using System.CommandLine;

namespace GuidanceBot.Host.CommandLine;

internal static class DialogsVerb
{
    public static Command Create(Terminal terminal) { _ = terminal; return new("dialogs", "x"); }
}
