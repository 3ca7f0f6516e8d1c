using System.Globalization;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Teams;

namespace GuidanceBot.Turns.Teams;

/// <summary>A reply as a Teams message: its Markdown, its sources as native citations, what to say next as suggestions.</summary>
public static class TeamsMessage
{
    /// <summary>Teams shows about three suggestions.</summary>
    private const int MostSuggestions = 3;

    public static OutgoingActivity From(Reply reply, Activity to)
    {
        var cited = reply.Citations
            .Where(citation => reply.Text.Contains(Mark(citation), StringComparison.Ordinal))
            .Take(MessageEntity.MostCitationsInPlayground)
            .Select(Cite)
            .ToArray();

        return to.CreateReply(reply.Text) with
        {
            Entities = cited.Length > 0 ? [new MessageEntity(cited)] : [],
            SuggestedActions = reply.Suggestions.Count > 0 && to.Conversation.ConversationType is null or ConversationTypes.Personal
                ? SuggestedActions.Typing(reply.Suggestions.Take(MostSuggestions))
                : null,
        };
    }

    private static Protocol.Teams.Citation Cite(Citation citation) =>
        new(citation.Position, citation.Title, $"{citation.Date}. {citation.Section}")
        {
            Url = Uri.TryCreate(citation.Url, UriKind.Absolute, out var url) && url.Scheme == "https" ? url : null,
        };

    private static string Mark(Citation citation) => string.Create(CultureInfo.InvariantCulture, $"[{citation.Position}]");
}
