using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Running;

/// <summary>Something that content asks of the world. The runtime does nothing of the kind itself.</summary>
public abstract record HostRequest;

/// <summary>An HTTP request. Answered with a <see cref="HostHttpResponse"/>.</summary>
/// <param name="Method">GET, POST, PATCH, PUT or DELETE.</param>
/// <param name="Url">The address, as the content makes it.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">Text or JSON; null: none.</param>
public sealed record HostHttpRequest(string Method, string Url, DialogObject Headers, string ContentType, string? Body) : HostRequest;

/// <summary>The answer to a <see cref="HostHttpRequest"/>.</summary>
public sealed record HostHttpResponse(int StatusCode, string ReasonPhrase, DialogObject Headers, string Content);

/// <summary>The members of the conversation, or of an activity in it. Answered with a list of accounts (<c>id</c>, <c>name</c>).</summary>
/// <param name="ActivityId">Null: of the conversation.</param>
public sealed record HostMembersRequest(string? ActivityId) : HostRequest;

/// <summary>Continue a conversation with the event <c>ContinueConversation</c>. Answered with anything but null.</summary>
/// <param name="Reference">Which; null: this one.</param>
/// <param name="At">When; null: now.</param>
/// <param name="Value">The event's value.</param>
public sealed record HostContinueRequest(DialogObject? Reference, DateTimeOffset? At, object? Value) : HostRequest;
