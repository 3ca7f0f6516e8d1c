namespace GuidanceBot.Protocol.Connector;

/// <summary>The bot's one pool of outgoing connections. Redirects are never followed: they could lead the bot's token elsewhere.</summary>
internal sealed class BotHttp : IDisposable
{
    private const long LargestAnswer = 1024 * 1024;

    private readonly SocketsHttpHandler _handler = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),
    };

    public BotHttp()
    {
        Calls = new HttpClient(_handler, disposeHandler: false)
        {
            Timeout = Timeout.InfiniteTimeSpan,     // each try has its own time: CallRetries
            MaxResponseContentBufferSize = LargestAnswer,
        };
        Calls.DefaultRequestHeaders.UserAgent.ParseAdd("GuidanceBot/1.0");
        Lookups = new HttpClient(_handler, disposeHandler: false)
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = LargestAnswer,
        };
    }

    /// <summary>For calls that go through <see cref="CallRetries"/>.</summary>
    public HttpClient Calls { get; }

    /// <summary>For metadata, keys and the identity platform.</summary>
    public HttpClient Lookups { get; }

    public void Dispose()
    {
        Calls.Dispose();
        Lookups.Dispose();
        _handler.Dispose();
    }
}
