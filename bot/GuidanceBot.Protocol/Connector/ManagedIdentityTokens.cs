using Azure.Core;
using Azure.Identity;

namespace GuidanceBot.Protocol.Connector;

/// <summary>The managed identity of the machine the bot runs on, whose client id is the bot's app id. The library caches.</summary>
internal sealed class ManagedIdentityTokens(BotOptions options) : IBotTokenSource
{
    private readonly ManagedIdentityCredential _identity = new(ManagedIdentityId.FromUserAssignedClientId(options.AppId));
    private readonly TokenRequestContext _request = new([BotCloudAddresses.For(options).Scope]);

    public async Task<BotToken> AcquireAsync(bool renew, CancellationToken cancellationToken)
    {
        var token = await _identity.GetTokenAsync(_request, cancellationToken);
        return new BotToken(token.Token, token.ExpiresOn);
    }
}
