using System.Net;

namespace GuidanceBot.Protocol.Activities;

/// <summary>Takes mentions out of what people write: "&lt;at&gt;Bot&lt;/at&gt; safer sleep?" is a question about safer sleep.</summary>
internal static class MentionText
{
    private const string Open = "<at>";
    private const string Close = "</at>";

    /// <summary>Removes the mentions of <paramref name="botId"/> and leaves those of others as their plain names.</summary>
    public static string WithoutMentionsOf(string? botId, string? text, IReadOnlyList<Entity>? entities)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (entities is not null)
        {
            foreach (var entity in entities)
            {
                if (entity.Type == EntityTypes.Mention && entity.Mentioned is { Id: { Length: > 0 } id } mentioned && WordsOf(entity) is { Length: > 0 } words)
                {
                    text = text.Replace(words, id == botId ? " " : PlainName(words, mentioned.Name), StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        return Tidy(text);
    }

    private static string? WordsOf(Entity mention) =>
        mention.Text ?? (mention.Mentioned?.Name is { Length: > 0 } name ? Open + name + Close : null);

    private static string PlainName(string words, string? name) =>
        name ?? words.Replace(Open, "", StringComparison.OrdinalIgnoreCase).Replace(Close, "", StringComparison.OrdinalIgnoreCase);

    private static string Tidy(string text)
    {
        if (text.Contains("&nbsp;", StringComparison.OrdinalIgnoreCase))
        {
            text = text.Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase);
        }

        text = text.Trim();
        return text.Contains("  ", StringComparison.Ordinal) ? CollapseSpaces(text) : text;
    }

    /// <summary>Runs of spaces become one; line ends stay, because they can carry meaning.</summary>
    private static string CollapseSpaces(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words that mention somebody in an outgoing text; they must be the same in the text and in the entity.</summary>
    public static string Mention(string name) => Open + WebUtility.HtmlEncode(name) + Close;
}
