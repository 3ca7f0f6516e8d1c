using System.Buffers;
using System.Text.Json;

namespace GuidanceBot.Protocol.Activities;

/// <summary>A writer of JSON and the memory it writes to, kept for the next one. Dispose to give it back.</summary>
internal sealed class JsonBuffer : IDisposable
{
    /// <summary>A larger buffer is not kept: one big card must not hold memory for good.</summary>
    private const int LargestKept = 64 * 1024;

    [ThreadStatic]
    private static JsonBuffer? _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    private JsonBuffer() => Writer = new Utf8JsonWriter(_bytes, ActivityJson.WriterOptions);

    public Utf8JsonWriter Writer { get; }

    /// <summary>Use it and give it back on the same thread, without awaiting in between.</summary>
    public static JsonBuffer Rent()
    {
        var buffer = _spare ?? new JsonBuffer();
        _spare = null;
        return buffer;
    }

    /// <summary>What was written so far. Valid until the buffer is given back.</summary>
    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _bytes.WrittenSpan;
        }
    }

    public byte[] ToArray() => Written.ToArray();

    public void Dispose()
    {
        _bytes.ResetWrittenCount();
        Writer.Reset(_bytes);
        if (_bytes.Capacity <= LargestKept)
        {
            _spare = this;
        }
    }
}
