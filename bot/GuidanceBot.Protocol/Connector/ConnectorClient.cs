using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GuidanceBot.Protocol.Activities;

namespace GuidanceBot.Protocol.Connector;

/// <summary>What the bot asks of a channel: send, replace, delete, begin, and who is there.</summary>
/// <remarks>
/// Calls only https addresses, or this machine; sends the bot's token only to an address that a token proved; follows no redirect.
/// Failures: <see cref="ConnectorException"/> when the channel refuses, <see cref="HttpRequestException"/> when it cannot be reached,
/// <c>Polly.Timeout.TimeoutRejectedException</c> when it does not answer in 10 s. What is tried again: <see cref="CallRetries"/>.
/// Safe to call from many turns at once; a caller that needs an order awaits each call.
/// </remarks>
public sealed class ConnectorClient
{
    private const string PublicTeamsHost = "smba.trafficmanager.net";
    private const string GccTeams = "https://smba.infra.gcc.teams.microsoft.com/teams";

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly HttpClient _http;
    private readonly CallRetries _retries;
    private readonly BotTokens? _tokens;

    internal ConnectorClient(HttpClient http, CallRetries retries, BotTokens? tokens) => (_http, _retries, _tokens) = (http, retries, tokens);

    /// <summary>Replies to the reference's activity, or writes first when it names none.</summary>
    /// <returns>The id the channel gave; empty when it gave none.</returns>
    public async Task<ResourceResponse> SendActivityAsync(ConversationReference to, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(to);
        var address = to.ActivityId is { } replyTo
            ? ConnectorPaths.Activity(to.ServiceUrl, conversation, replyTo)
            : ConnectorPaths.Activities(to.ServiceUrl, conversation);
        var body = ConnectorBodies.Activity(activity, to, to.ActivityId);
        var answer = to.OnlyForUser || activity.OnlyForUser
            ? await PostForOneAsync(to, conversation, address, body, cancellationToken)
            : await PostAsync(to, address, body, cancellationToken);
        return ConnectorBodies.TextIn(answer, "id"u8) is { } id ? new ResourceResponse(id) : ResourceResponse.WithoutId;
    }

    /// <summary>For one person's eyes; for everybody's where the channel refuses that, which then has sent nothing.</summary>
    private async Task<byte[]> PostForOneAsync(
        ConversationReference to, string conversation, Uri forAll, byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            return await PostAsync(to, ConnectorPaths.ActivitiesForOne(to.ServiceUrl, conversation), body, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.StatusCode
            is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            or HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented)
        {
            return await PostAsync(to, forAll, body, cancellationToken);
        }
    }

    /// <summary>Replaces what the bot sent before.</summary>
    public Task UpdateActivityAsync(ConversationReference to, string activityId, OutgoingActivity activity, CancellationToken cancellationToken)
    {
        var address = ConnectorPaths.Activity(to.ServiceUrl, ConversationOf(to), activityId);
        return CallAsync(new Call(this, to, HttpMethod.Put, address, ConnectorBodies.Activity(activity, to, to.ActivityId)), cancellationToken);
    }

    /// <summary>Takes back what the bot sent before.</summary>
    public Task DeleteActivityAsync(ConversationReference to, string activityId, CancellationToken cancellationToken) =>
        CallAsync(new Call(this, to, HttpMethod.Delete, ConnectorPaths.Activity(to.ServiceUrl, ConversationOf(to), activityId), null), cancellationToken);

    /// <summary>Begins a conversation.</summary>
    /// <param name="on">Any conversation on the same service, for its address and the bot's id there.</param>
    /// <param name="wanted">The conversation to begin.</param>
    /// <param name="cancellationToken">Ends the wait; the conversation may have begun.</param>
    public async Task<ConversationResourceResponse> CreateConversationAsync(
        ConversationReference on, ConversationParameters wanted, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(
            on, ConnectorPaths.Conversations(on.ServiceUrl), ConnectorBodies.NewConversation(wanted, on), cancellationToken);
        return ConnectorBodies.TextIn(answer, "id"u8) is { Length: > 0 } id
            ? new ConversationResourceResponse(id, ConnectorBodies.TextIn(answer, "activityId"u8))
            : throw new HttpRequestException("The channel began a conversation and did not say which.");
    }

    /// <summary>One member, with e-mail and Entra id where the channel has them; null when they are not (or no longer) there.</summary>
    public async Task<ChannelAccount?> GetConversationMemberAsync(ConversationReference of, string memberId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await GetAsync(of, ConnectorPaths.Member(of.ServiceUrl, ConversationOf(of), memberId), cancellationToken);
            return JsonSerializer.Deserialize(answer, ActivityJson.Default.ChannelAccount);
        }
        catch (ConnectorException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>All members of a small conversation. In a team use <see cref="GetConversationPagedMembersAsync"/>.</summary>
    public async Task<IReadOnlyList<ChannelAccount>> GetConversationMembersAsync(ConversationReference of, CancellationToken cancellationToken)
    {
        var answer = await GetAsync(of, ConnectorPaths.Members(of.ServiceUrl, ConversationOf(of)), cancellationToken);
        return JsonSerializer.Deserialize(answer, ActivityJson.Default.IReadOnlyListChannelAccount) ?? [];
    }

    /// <param name="of">The conversation.</param>
    /// <param name="pageSize">50 to 500.</param>
    /// <param name="continuationToken">From the page before; null for the first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PagedMembersResult> GetConversationPagedMembersAsync(
        ConversationReference of, int pageSize, string? continuationToken, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pageSize, 50);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pageSize, 500);
        var answer = await GetAsync(
            of, ConnectorPaths.PagedMembers(of.ServiceUrl, ConversationOf(of), pageSize, continuationToken), cancellationToken);
        return JsonSerializer.Deserialize(answer, ActivityJson.Default.PagedMembersResult) ?? new PagedMembersResult([], null);
    }

    private static string ConversationOf(ConversationReference reference) =>
        reference.Conversation.Id ?? throw new ArgumentException("The reference names no conversation.", nameof(reference));

    private Task<byte[]> GetAsync(ConversationReference of, Uri address, CancellationToken cancellationToken) =>
        CallAsync(new Call(this, of, HttpMethod.Get, address, null), cancellationToken);

    private async Task<byte[]> PostAsync(ConversationReference to, Uri address, byte[] body, CancellationToken cancellationToken)
    {
        var call = new Call(this, to, HttpMethod.Post, address, body);
        try
        {
            return await CallAsync(call, cancellationToken);
        }
        catch (ConnectorException wrongHost) when (wrongHost.ErrorCode == "InvalidBotApiHost" && address.Host == PublicTeamsHost)
        {
            // The tenant is in the government community cloud, whose Teams has a host of its own.
            var elsewhere = new Uri(GccTeams + address.PathAndQuery[address.PathAndQuery.IndexOf("/v3/", StringComparison.Ordinal)..]);
            return await CallAsync(call with { Address = elsewhere }, cancellationToken);
        }
    }

    private async Task<byte[]> CallAsync(Call call, CancellationToken cancellationToken)
    {
        if (!TrustedAddress.IsHttpsOrLoopback(call.Address) || !(call.To.ServiceUrlProven || call.Address.IsLoopback))
        {
            throw new InvalidOperationException("The service URL is neither proven and https, nor this machine. Nothing is sent there.");
        }

        var retries = call.Method == HttpMethod.Post ? _retries.Once : _retries.Repeatable;
        using var response = await retries.ExecuteAsync(static (call, token) => call.Client.TryAsync(call, token), call, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? answer
            : throw new ConnectorException(response.StatusCode, ConnectorBodies.ErrorCodeIn(answer));
    }

    /// <summary>One try; a second with a new token when the channel refuses the first one's.</summary>
    private async ValueTask<HttpResponseMessage> TryAsync(Call call, CancellationToken cancellationToken)
    {
        var token = call.To.ServiceUrlProven && _tokens is not null ? await _tokens.GetAsync(refused: null, cancellationToken) : null;
        var response = await SendAsync(call, token, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || token is null || call.TokenRenewed)
        {
            return response;
        }

        response.Dispose();
        call.TokenRenewed = true;
        return await SendAsync(call, await _tokens!.GetAsync(refused: token, cancellationToken), cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(Call call, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Address);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = Json;
        }

        return await _http.SendAsync(request, cancellationToken);
    }

    private sealed record Call(ConnectorClient Client, ConversationReference To, HttpMethod Method, Uri Address, byte[]? Body)
    {
        /// <summary>One new token a call, however often it is tried.</summary>
        public bool TokenRenewed { get; set; }
    }
}
