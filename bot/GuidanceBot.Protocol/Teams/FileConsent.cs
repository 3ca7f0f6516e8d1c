using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Teams;

/// <summary>Somebody allowed or declined that the bot puts a file into their OneDrive. Untrusted.</summary>
public sealed record FileConsentValue
{
    /// <summary><c>accept</c> or <c>decline</c>.</summary>
    public string? Action { get; init; }

    /// <summary>What the card carried.</summary>
    public JsonElement? Context { get; init; }

    /// <summary>Where to put it; null when it was declined.</summary>
    public FileUploadInfo? UploadInfo { get; init; }

    public bool IsAccepted => Action == "accept";

    /// <returns>Null when it is something else.</returns>
    public static FileConsentValue? Read(JsonElement? value) => TeamsValues.Read(value, TeamsJson.Default.FileConsentValue);
}

/// <summary>Where Teams wants a file.</summary>
public sealed record FileUploadInfo
{
    /// <summary>Where it will stand.</summary>
    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>Where to put its bytes, once.</summary>
    public string? UploadUrl { get; init; }

    public string? UniqueId { get; init; }

    public string? FileType { get; init; }
}

/// <summary>The cards with which Teams hands over a file in a personal chat.</summary>
public static class FileCards
{
    public const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";

    public const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Asks whether the bot may put the file into the person's OneDrive.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="description">What it is.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="context">Comes back with the answer.</param>
    public static Attachment Consent(string name, string description, int bytes, JsonObject context) => new()
    {
        ContentType = ConsentType,
        Name = name,
        Content = new JsonObject
        {
            ["description"] = description,
            ["sizeInBytes"] = bytes,
            ["acceptContext"] = context.DeepClone(),
            ["declineContext"] = context.DeepClone(),
        },
    };

    /// <summary>Shows the file that has been put there.</summary>
    public static Attachment Info(FileUploadInfo upload) => new()
    {
        ContentType = InfoType,
        Name = upload.Name,
        ContentUrl = upload.ContentUrl,
        Content = new JsonObject { ["uniqueId"] = upload.UniqueId, ["fileType"] = upload.FileType },
    };
}
