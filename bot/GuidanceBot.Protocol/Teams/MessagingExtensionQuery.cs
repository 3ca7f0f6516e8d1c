using System.Text.Json;

namespace GuidanceBot.Protocol.Teams;

/// <summary>Somebody searches from the compose box. Untrusted.</summary>
public sealed record MessagingExtensionQuery
{
    /// <summary>The manifest's command; the Playground may leave it out.</summary>
    public string? CommandId { get; init; }

    /// <summary>What was filled in; the Playground may leave out the name.</summary>
    public IReadOnlyList<MessagingExtensionParameter>? Parameters { get; init; }

    public MessagingExtensionQueryOptions? QueryOptions { get; init; }

    /// <summary>True when the box was opened and nothing has been typed.</summary>
    public bool IsInitialRun => Parameters is [{ Name: "initialRun" }];

    /// <summary>The words searched for; empty on an initial run.</summary>
    public string Text => IsInitialRun || Parameters is not [{ } first, ..] ? "" : (first.Text ?? "").Trim();

    /// <returns>Null when it is not a query.</returns>
    public static MessagingExtensionQuery? Read(JsonElement? value) => TeamsValues.Read(value, TeamsJson.Default.MessagingExtensionQuery);

    /// <summary>Says nothing of what people typed: this may end up in a log.</summary>
    public override string ToString() => nameof(MessagingExtensionQuery);
}

public sealed record MessagingExtensionParameter
{
    public string? Name { get; init; }

    public JsonElement? Value { get; init; }

    internal string? Text => Value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>Says nothing of what people typed: this may end up in a log.</summary>
    public override string ToString() => nameof(MessagingExtensionParameter);
}

public sealed record MessagingExtensionQueryOptions
{
    public int Skip { get; init; }

    public int Count { get; init; }
}

/// <summary>An action of a message extension or a dialog ("task module"): on a message, from the compose box, or a form sent in. Untrusted.</summary>
public sealed record MessagingExtensionAction
{
    public string? CommandId { get; init; }

    /// <summary><c>message</c>, <c>compose</c> or <c>commandBox</c>.</summary>
    public string? CommandContext { get; init; }

    /// <summary>The message that the action is on.</summary>
    public MessagePayload? MessagePayload { get; init; }

    /// <summary>What the form holds, or the button's data.</summary>
    public JsonElement? Data { get; init; }

    /// <returns>Null when it is not an action.</returns>
    public static MessagingExtensionAction? Read(JsonElement? value) => TeamsValues.Read(value, TeamsJson.Default.MessagingExtensionAction);

    /// <summary>Says nothing of what people typed: this may end up in a log.</summary>
    public override string ToString() => nameof(MessagingExtensionAction);
}

/// <summary>A message that somebody pointed the bot at.</summary>
public sealed record MessagePayload
{
    public string? Id { get; init; }

    public MessagePayloadBody? Body { get; init; }
}

public sealed record MessagePayloadBody
{
    /// <summary><c>html</c> or <c>text</c>.</summary>
    public string? ContentType { get; init; }

    public string? Content { get; init; }

    /// <summary>Says no words: this may end up in a log.</summary>
    public override string ToString() => nameof(MessagePayloadBody);
}
