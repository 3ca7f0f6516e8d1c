using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Turns.Keeping;

/// <summary>Who somebody is, for finding what is kept of them. It is turned into a keyed digest before it is written anywhere.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="TenantId">The tenant; empty where there are none.</param>
/// <param name="Id">The person's id in Microsoft Entra, or the channel's where there is none.</param>
public sealed record PersonKey(string ChannelId, string TenantId, string Id)
{
    /// <returns>Null when the channel did not say who it is.</returns>
    public static PersonKey? Of(Activity activity) =>
        (activity.From?.AadObjectId ?? activity.From?.Id) is { Length: > 0 } id
            ? new PersonKey(activity.ChannelId, activity.TenantId ?? "", id)
            : null;

    /// <summary>Names nobody: this may end up in a log.</summary>
    public override string ToString() => nameof(PersonKey);
}
