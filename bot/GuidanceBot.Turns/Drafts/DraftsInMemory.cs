using GuidanceBot.Turns.Keeping;
using Microsoft.Extensions.Caching.Memory;

namespace GuidanceBot.Turns.Drafts;

/// <summary>Keeps saved answers until the program ends: for the terminal, where there is no store.</summary>
internal sealed class DraftsInMemory : IDrafts, IDisposable
{
    private const int MostDrafts = 10_000;

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostDrafts });

    public ValueTask<byte[]?> GetAsync(PersonKey person, string name, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_kept.Get<byte[]>((person, name)));

    public ValueTask SaveAsync(PersonKey person, string name, byte[] content, CancellationToken cancellationToken)
    {
        _kept.Set((person, name), content, new MemoryCacheEntryOptions { Size = 1 });
        return ValueTask.CompletedTask;
    }

    public ValueTask DeleteAsync(PersonKey person, string name, CancellationToken cancellationToken)
    {
        _kept.Remove((person, name));
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _kept.Dispose();
}
