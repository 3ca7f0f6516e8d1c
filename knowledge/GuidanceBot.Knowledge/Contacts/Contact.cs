using GuidanceBot.Knowledge.Passages;

namespace GuidanceBot.Knowledge.Contacts;

/// <summary>Whom to call or write to. The only place in the program where a telephone number or e-mail address stands.</summary>
public sealed record Contact
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names, abbreviations and former names.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>What to call it for, to follow "for".</summary>
    public required string For { get; init; }

    public required Area Area { get; init; }

    public string? Phone { get; init; }

    /// <summary>A number for text messages.</summary>
    public string? TextNumber { get; init; }

    public string? Email { get; init; }

    public Uri? Url { get; init; }

    public required OpeningHours Hours { get; init; }

    /// <summary>The hours as one says them, where the spans read badly; empty: the spans are shown.</summary>
    public string HoursInWords { get; init; } = "";

    /// <summary>The id of the contact at other times, or null.</summary>
    public string? OutOfHours { get; init; }

    public required ContactSource Source { get; init; }

    /// <summary>The day the source was read.</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>Who in the partnership verified it; empty: say that it is not yet verified.</summary>
    public string VerifiedBy { get; init; } = "";

    /// <summary>Shown with it, e.g. that sources disagree; empty when there is nothing to say.</summary>
    public string Note { get; init; } = "";

    public bool IsVerified => VerifiedBy.Length > 0;
}
