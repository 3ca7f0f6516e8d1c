using GuidanceBot.Protocol.Activities;
using GuidanceBot.Protocol.Connector;
using GuidanceBot.Protocol.Tests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Protocol.Tests.Connector;

/// <summary>The connector's client against a stub of the channel, on a clock that waits for nothing.</summary>
internal sealed class ConnectorFixture : IAsyncDisposable
{
    private readonly BotHttp _http = new();
    private readonly BotTokens _tokens;

    private ConnectorFixture(Channel channel)
    {
        Channel = channel;
        var retries = new CallRetries(Time, NullLogger<CallRetries>.Instance);
        var options = new BotOptions { AppId = Issuer.AppId, ClientSecret = "a secret", TokenEndpoint = channel.TokenEndpoint };
        _tokens = new BotTokens(new EndpointTokens(options, certificate: null, _http.Calls, retries, Time), Time);
        Client = new ConnectorClient(_http.Calls, retries, _tokens);
    }

    public Channel Channel { get; }

    public ConnectorClient Client { get; }

    public InstantTime Time { get; } = new();

    public ConversationReference Reference => new()
    {
        ActivityId = "17000",
        Bot = new ChannelAccount { Id = "28:bot" },
        User = new ChannelAccount { Id = "29:person" },
        Conversation = new ConversationAccount { Id = "19:abc@thread.tacv2;messageid=1", ConversationType = "channel" },
        ChannelId = "msteams",
        ServiceUrl = Channel.ServiceUrl,
        ServiceUrlProven = true,
        TenantId = "tenant-1",
    };

    public static async Task<ConnectorFixture> StartAsync() => new(await Channel.StartAsync());

    public Task<ResourceResponse> ReplyAsync() =>
        Client.SendActivityAsync(Reference, OutgoingActivity.Message("hello"), TestContext.Current.CancellationToken);

    public Task UpdateAsync() =>
        Client.UpdateActivityAsync(Reference, "sent-1", OutgoingActivity.Message("hello"), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _tokens.Dispose();
        _http.Dispose();
        await Channel.DisposeAsync();
    }
}
