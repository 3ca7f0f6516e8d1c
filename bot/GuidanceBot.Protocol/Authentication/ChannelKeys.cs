using System.Collections.Frozen;
using System.Text.Json;
using GuidanceBot.Protocol.Connector;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace GuidanceBot.Protocol.Authentication;

/// <summary>The channel's signing keys, read from its OpenID metadata and kept.</summary>
/// <remarks>
/// <para>
/// A known key is never waited for: after a day the keys are read again beside the requests, and when that fails the known ones
/// stay in use. An unknown key causes one reading, shared by all who ask meanwhile. Readings that bring nothing new are spaced:
/// the first three are free, then 1 s, 2 s, 4 s … up to 5 min apart, so that made-up key ids do not become a load on the channel.
/// </para>
/// <para>Why not <c>ConfigurationManager</c>: bot/decisions/0002-protocol-own-key-cache.md.</para>
/// </remarks>
internal sealed class ChannelKeys(HttpClient http, string metadataAddress, TimeProvider time, ILogger<ChannelKeys> logger)
{
    /// <summary>The age at which keys are read again.</summary>
    public static readonly TimeSpan RefreshAfter = TimeSpan.FromHours(24);

    /// <summary>The longest spacing of readings that bring nothing new.</summary>
    public static readonly TimeSpan LongestSpacing = TimeSpan.FromMinutes(5);

    private const int FreeReadings = 3;
    private const int Tries = 2;

    private readonly Lock _gate = new();
    private volatile FrozenDictionary<string, ChannelKey> _known = FrozenDictionary<string, ChannelKey>.Empty;
    private long _readAt;
    private long _lastReading;
    private int _fruitless;
    private Task _reading = Task.CompletedTask;

    /// <summary>True once the keys have been read.</summary>
    public bool Any => _known.Count > 0;

    /// <returns>The key; null when the channel publishes none of that id.</returns>
    public async ValueTask<ChannelKey?> FindAsync(string kid, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(kid, out var key))
        {
            if (time.GetElapsedTime(Volatile.Read(ref _readAt)) > RefreshAfter)
            {
                _ = ReadUnlessSpacedAsync();     // lets no exception through; this request does not wait for it
            }

            return key;
        }

        await ReadUnlessSpacedAsync().WaitAsync(cancellationToken);
        return _known.GetValueOrDefault(kid);
    }

    /// <summary>One reading at a time; who comes meanwhile shares it.</summary>
    private Task ReadUnlessSpacedAsync()
    {
        lock (_gate)
        {
            if (_reading.IsCompleted && (_fruitless == 0 || time.GetElapsedTime(_lastReading) >= Spacing))
            {
                _lastReading = time.GetTimestamp();
                _reading = ReadAsync();
            }

            return _reading;
        }
    }

    private TimeSpan Spacing => _fruitless < FreeReadings
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(LongestSpacing.TotalSeconds, Math.Pow(2, _fruitless - FreeReadings)));

    private async Task ReadAsync()
    {
        await Task.Yield();     // not while the gate is held
        var keys = await FetchAsync();
        lock (_gate)
        {
            var fruitful = keys is not null && keys.Keys.Any(kid => !_known.ContainsKey(kid));
            _fruitless = fruitful ? 0 : _fruitless + 1;
        }

        if (keys is not null)
        {
            _known = keys;
            Volatile.Write(ref _readAt, time.GetTimestamp());
            logger.KeysRead(keys.Count);
        }
    }

    private async Task<FrozenDictionary<string, ChannelKey>?> FetchAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await FetchOnceAsync();
            }
            catch (Exception fault) when (IsOfTheEndpoint(fault))
            {
                if (attempt == Tries)
                {
                    logger.KeysNotRead(fault.GetType().Name, _known.Count);
                    return null;
                }
            }
        }
    }

    private async Task<FrozenDictionary<string, ChannelKey>> FetchOnceAsync()
    {
        var metadata = OpenIdConnectConfiguration.Create(await http.GetStringAsync(metadataAddress));
        if (!TrustedAddress.IsHttpsOrLoopback(metadata.JwksUri))
        {
            throw new InvalidDataException("The metadata's jwks_uri is not an https address.");
        }

        var keys = JsonWebKeySet.Create(await http.GetStringAsync(metadata.JwksUri)).Keys
            .Select(ChannelKey.From)
            .OfType<ChannelKey>()
            .GroupBy(key => key.Key.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return keys.Count > 0 ? keys : throw new InvalidDataException("The channel publishes no key.");
    }

    /// <summary>It cannot be reached, is late, answers an error, or answers something else than metadata and keys.</summary>
    private static bool IsOfTheEndpoint(Exception fault) =>
        fault is HttpRequestException or OperationCanceledException or IOException or InvalidDataException or JsonException or ArgumentException
            or InvalidOperationException;
}
