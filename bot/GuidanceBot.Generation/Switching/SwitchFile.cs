using System.Globalization;

namespace GuidanceBot.Generation.Switching;

/// <summary>The file whose presence switches all models off, and the record beside it of who did so, when and why.</summary>
/// <param name="path">The file, absolute.</param>
/// <param name="clock">The time of the record.</param>
public sealed class SwitchFile(string path, TimeProvider clock)
{
    private const string NoReason = "no reason was given";

    private const int LongestReason = 300;

    public string Path => path;

    /// <summary>A line for each change, oldest first: time (UTC), off or on, who, reason.</summary>
    public string AuditPath => path + ".log";

    /// <summary>The first line of the file; null when it is not there.</summary>
    public string? Reason
    {
        get
        {
            try
            {
                return File.Exists(path) ? File.ReadLines(path).FirstOrDefault() is { } line && OneLine(line) is { Length: > 0 } reason ? reason : NoReason : null;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                return NoReason;
            }
        }
    }

    /// <summary>The lines of the record, oldest first; empty when there is none.</summary>
    public IReadOnlyList<string> Record => File.Exists(AuditPath) ? File.ReadAllLines(AuditPath) : [];

    /// <summary>Switches off.</summary>
    /// <param name="reason">Why; at least one word.</param>
    /// <param name="who">Who does it.</param>
    public void TurnOff(string reason, string who)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Audit("off", who, OneLine(reason));
        File.WriteAllText(path, OneLine(reason) + Environment.NewLine);
    }

    /// <inheritdoc cref="TurnOff"/>
    public void TurnOn(string reason, string who)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Audit("on", who, OneLine(reason));
        File.Delete(path);
    }

    /// <summary>Written before the change: a change that is not on record does not happen.</summary>
    private void Audit(string state, string who, string reason) => File.AppendAllText(
        AuditPath,
        string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():u}\t{state}\t{OneLine(who)}\t{reason}{Environment.NewLine}"));

    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length <= LongestReason ? line : line[..LongestReason];
    }
}
