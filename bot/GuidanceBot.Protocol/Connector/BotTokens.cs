namespace GuidanceBot.Protocol.Connector;

/// <summary>Gets tokens that prove the bot to the channel.</summary>
internal interface IBotTokenSource
{
    /// <param name="renew">True to pass over what the source itself has cached.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<BotToken> AcquireAsync(bool renew, CancellationToken cancellationToken);
}

/// <summary>A bearer token and when it ends.</summary>
internal sealed record BotToken(string Value, DateTimeOffset ExpiresOn)
{
    public override string ToString() => nameof(BotToken);
}

/// <summary>Keeps the bot's token until shortly before it ends. One request for a new one at a time; who comes meanwhile shares it.</summary>
internal sealed class BotTokens(IBotTokenSource source, TimeProvider time) : IDisposable
{
    /// <summary>How long before its end a token is replaced, unless a fifth of its life is shorter.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Kept? _kept;

    /// <param name="refused">A token that the channel has just refused; another one is got then.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken) =>
        _kept is { } kept && IsGood(kept, refused) ? ValueTask.FromResult(kept.Bearer) : RenewAsync(refused, cancellationToken);

    public void Dispose() => _one.Dispose();

    private async ValueTask<string> RenewAsync(string? refused, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_kept is { } kept && IsGood(kept, refused))
            {
                return kept.Bearer;
            }

            var token = await source.AcquireAsync(renew: refused is not null, cancellationToken);
            var fifth = (token.ExpiresOn - time.GetUtcNow()) / 5;
            _kept = new Kept(token.Value, token.ExpiresOn - (fifth < Margin ? fifth : Margin));
            return token.Value;
        }
        finally
        {
            _one.Release();
        }
    }

    private bool IsGood(Kept kept, string? refused) => kept.Bearer != refused && time.GetUtcNow() < kept.Until;

    private sealed record Kept(string Bearer, DateTimeOffset Until)
    {
        public override string ToString() => nameof(Kept);
    }
}
