using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Turns.Teams;

/// <summary>
/// In a group chat or a channel each person has a conversation of their own with the bot: what one says of their work, and the guided
/// conversation they are in, is not another's. They are kept together, so that removing the bot there forgets them all.
/// </summary>
internal static class Members
{
    /// <summary>More than have ever asked at once in one thread; whoever has been silent longest is forgotten first.</summary>
    private const int MostRemembered = 30;

    /// <summary>Letters of the digest: enough that two people of a thread never share one.</summary>
    private const int NameLength = 20;

    /// <summary>True where more people than one read what the bot says.</summary>
    public static bool AreMany(Activity activity) =>
        activity.Conversation.ConversationType is ConversationTypes.GroupChat or ConversationTypes.Channel || activity.Conversation.IsGroup == true;

    /// <summary>The person's own conversation: all of it in a personal chat, theirs in a group.</summary>
    public static Conversation Of(Conversation kept, Activity activity) =>
        NameOf(activity) is not { } name ? kept
        : kept.Members.TryGetValue(name, out var own) ? own
        : new Conversation { Welcomed = true, LostItsPlace = kept.LostItsPlace };

    /// <summary>Puts the person's own conversation back, as the newest.</summary>
    public static void Keep(Conversation kept, Activity activity, Conversation own)
    {
        if (NameOf(activity) is { } name)
        {
            kept.Members = kept.Members
                .Where(member => member.Key != name)
                .TakeLast(MostRemembered - 1)
                .Append(KeyValuePair.Create(name, own))
                .ToDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Leaves nothing of the person.</summary>
    public static void Forget(Conversation kept, Activity activity) =>
        kept.Members = kept.Members.Where(member => member.Key != NameOf(activity)).ToDictionary(StringComparer.Ordinal);

    private static string? NameOf(Activity activity) =>
        AreMany(activity) && activity.From?.Id is { Length: > 0 } id
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.Conversation.Id}\n{id}")))[..NameLength]
            : null;
}
