using GuidanceBot.Dialogs.Values;

namespace GuidanceBot.Dialogs.Expressions;

/// <summary>Random numbers that a test can fix from within a conversation, as in Bot Framework.</summary>
/// <remarks>
/// <c>conversation.TestOptions.randomValue</c> = v: every choice is <c>from + v % (to - from)</c>;
/// <c>conversation.TestOptions.randomSeed</c> = s: the numbers that follow from the seed.
/// </remarks>
public sealed class Luck
{
    private readonly Lock _lock = new();
    private long? _seed;
    private Random? _seeded;

    /// <summary>A number from <paramref name="from"/> up to and without <paramref name="to"/>; <paramref name="from"/> when they are equal.</summary>
    public int Next(IMemory memory, Random random, int from, int to)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(random);
        if (to <= from + 1L)
        {
            return from;
        }

        if (!memory.TryGetValue("conversation", out var conversation)
            || !Value.TryGetProperty(conversation, "testOptions", out var options))
        {
            return random.Next(from, to);
        }

        if (Value.Property(options, "randomValue") is long value)
        {
            return (int)(from + (Math.Abs(value) % ((long)to - from)));
        }

        if (Value.Property(options, "randomSeed") is not long seed)
        {
            return random.Next(from, to);
        }

        lock (_lock)
        {
            if (_seeded is null || _seed != seed)
            {
                _seed = seed;
                _seeded = new Random(unchecked((int)seed));
            }

            return _seeded.Next(from, to);
        }
    }
}
