using System.Text.Json;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>Writes the entities of a message as Teams documents them.</summary>
internal static class EntityWriter
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<OutgoingEntity> entities)
    {
        if (entities.OfType<MessageEntity>().Skip(1).Any())
        {
            throw new InvalidOperationException("A message has at most one https://schema.org/Message entity; Teams refuses a second.");
        }

        json.WriteStartArray("entities");
        foreach (var entity in entities)
        {
            switch (entity)
            {
                case MentionEntity mention:
                    WriteMention(json, mention);
                    break;
                case MessageEntity message:
                    WriteMessage(json, message);
                    break;
                default:
                    throw new InvalidOperationException($"{entity.GetType().Name} has no form on the wire.");
            }
        }

        json.WriteEndArray();
    }

    private static void WriteMention(Utf8JsonWriter json, MentionEntity mention)
    {
        json.WriteStartObject();
        json.WriteString("type", EntityTypes.Mention);
        json.WriteStartObject("mentioned");
        json.WriteString("id", mention.Id);
        json.WriteString("name", mention.Name);
        json.WriteEndObject();
        json.WriteString("text", mention.Text);
        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, MessageEntity message)
    {
        json.WriteStartObject();
        json.WriteString("type", "https://schema.org/Message");
        json.WriteString("@type", "Message");
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@id", "");
        if (message.AiGenerated)
        {
            json.WriteStartArray("additionalType");
            json.WriteStringValue("AIGeneratedContent");
            json.WriteEndArray();
        }

        if (message.Citations.Count > 0)
        {
            json.WriteStartArray("citation");
            foreach (var citation in message.Citations)
            {
                WriteCitation(json, citation);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteCitation(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("@type", "Claim");
        json.WriteNumber("position", citation.Position);
        json.WriteStartObject("appearance");
        json.WriteString("@type", "DigitalDocument");
        json.WriteString("name", citation.Name);
        json.WriteString("abstract", citation.Abstract);
        if (citation.Url is { } url)
        {
            json.WriteString("url", url.AbsoluteUri);
        }

        if (citation.Keywords.Count > 0)
        {
            json.WriteStartArray("keywords");
            foreach (var keyword in citation.Keywords)
            {
                json.WriteStringValue(keyword);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
