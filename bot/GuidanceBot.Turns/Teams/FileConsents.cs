using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Receiving;
using GuidanceBot.Protocol.Teams;
using GuidanceBot.Turns.Exports;
using GuidanceBot.Turns.Wording;

namespace GuidanceBot.Turns.Teams;

/// <summary>Hands over documents: in a personal chat of Teams into the person's OneDrive when they allow it, elsewhere with the message.</summary>
/// <remarks>No document is kept between the question and the answer: it is made again from what the conversation holds then.</remarks>
public sealed class FileConsents
{
    /// <summary>Bytes that go with a message where there is no OneDrive.</summary>
    private const int MostWithMessage = 200 * 1024;

    private const string PathwayKey = "pathway";
    private const string FormatKey = "format";
    private const string NumberKey = "number";

    private readonly HandedOver _files;
    private readonly FileUploads _uploads;
    private readonly BotWording _wording;

    internal FileConsents(HandedOver files, FileUploads uploads, BotWording wording) => (_files, _uploads, _wording) = (files, uploads, wording);

    /// <summary>What goes out after a reply that has documents.</summary>
    public IEnumerable<OutgoingActivity> Offer(Reply reply, Activity to)
    {
        if (reply.Files.Count == 0)
        {
            return [];
        }

        if (to.ChannelId != Channels.Teams)
        {
            return reply.Files.Where(file => file.Content.Length <= MostWithMessage).Select(file => new OutgoingActivity
            {
                Text = file.Name,
                Attachments = [new Attachment { Name = file.Name, ContentType = file.MediaType, ContentUrl = $"data:{file.MediaType};base64,{Convert.ToBase64String(file.Content.Span)}" }],
            });
        }

        return to.Conversation.ConversationType is null or ConversationTypes.Personal
            ? reply.Files.Index().Where(file => file.Item.Origin is not null).Select(file => Ask(file.Item, file.Index))
            : [to.CreateReply(_wording.Say("FileOnlyPersonal"))];
    }

    /// <summary>The person has allowed it, or not.</summary>
    public async Task<InvokeResponse> AnswerAsync(TurnContext context, Conversation conversation, CancellationToken cancellationToken)
    {
        if (FileConsentValue.Read(context.Activity.Value) is not { } consent)
        {
            return new InvokeResponse(400);
        }

        await context.SendActivityAsync(await ReplyAsync(consent, context.Activity, conversation, cancellationToken), cancellationToken);
        return InvokeResponse.Done;
    }

    private async Task<OutgoingActivity> ReplyAsync(FileConsentValue consent, Activity to, Conversation conversation, CancellationToken cancellationToken)
    {
        if (!consent.IsAccepted)
        {
            return to.CreateReply(_wording.Say("FileDeclined"));
        }

        if (consent.UploadInfo is not { } upload || Find(consent.Context, conversation) is not { } file)
        {
            return to.CreateReply(_wording.Say("FileGone"));
        }

        return await _uploads.UploadAsync(upload.UploadUrl, file.Content, cancellationToken)
            ? new OutgoingActivity { Attachments = [FileCards.Info(upload)], Summary = _wording.Say("FileSaved", ("name", file.Name)) }
            : to.CreateReply(_wording.Say("FileFailed"));
    }

    private OutgoingActivity Ask(ReplyFile file, int number) => new()
    {
        Summary = _wording.Say("FileAsk", ("name", file.Name)),
        Attachments =
        [
            FileCards.Consent(file.Name, _wording.Say("FileAsk", ("name", file.Name)), file.Content.Length, new JsonObject
            {
                [PathwayKey] = file.Origin!.Pathway,
                [FormatKey] = file.Origin.Format,
                [NumberKey] = number,
            }),
        ],
    };

    private ReplyFile? Find(JsonElement? context, Conversation conversation)
    {
        if (context is not { ValueKind: JsonValueKind.Object } data
            || Text(data, PathwayKey) is not { } pathway
            || Text(data, FormatKey) is not { } format
            || !data.TryGetProperty(NumberKey, out var place)
            || !int.TryParse(place.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return _files.Make(new FileOrigin(pathway, format), conversation).ElementAtOrDefault(number);
    }

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
