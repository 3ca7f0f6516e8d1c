using System.Diagnostics.CodeAnalysis;

namespace GuidanceBot.Host.CommandLine;

/// <summary>Where a verb reads and writes: the real terminal, or buffers in a test.</summary>
/// <param name="Out">What the verb is for.</param>
/// <param name="Error">What went wrong: one line, with the remedy.</param>
/// <param name="In">What the person types.</param>
/// <param name="IsInteractive">Whether a person looks on: colours and lists to choose from make sense.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, TextReader In, bool IsInteractive)
{
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The one place where the program meets its console.")]
    public static Terminal Real() => new(
        Console.Out,
        Console.Error,
        Console.In,
        !Console.IsOutputRedirected && !Console.IsInputRedirected);
}
