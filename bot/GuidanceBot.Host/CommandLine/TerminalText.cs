using System.Text.RegularExpressions;

namespace GuidanceBot.Host.CommandLine;

/// <summary>A reply's Markdown for a terminal: bold and links where a person looks on, plain words where a program reads.</summary>
internal static partial class TerminalText
{
    public static string Render(string markdown, Terminal terminal) =>
        terminal.IsInteractive ? markdown : Plain(markdown);

    /// <summary>The same words without marks; a link is its title and its address.</summary>
    public static string Plain(string markdown) =>
        Underscores().Replace(Bold().Replace(Link().Replace(markdown, "$1 <$2>"), "$1"), "$1");

    /// <summary>Spectre.Console's markup for the same.</summary>
    public static string Markup(string markdown) =>
        Underscores().Replace(Bold().Replace(Link().Replace(global::Spectre.Console.Markup.Escape(markdown), "[link=$2]$1[/]"), "[bold]$1[/]"), "[dim]$1[/]");

    [GeneratedRegex(@"\*\*(.+?)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\[{1,2}([^\[\]]+)\]{1,2}\((\S+?)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w/])_([^_\n]+)_(?![\w/])")]
    private static partial Regex Underscores();
}
