using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GuidanceBot.Benchmarks.Protocol;

/// <summary>Just enough HTTP/1.1 on a socket to measure with: the driver must cost little beside what it drives.</summary>
internal sealed class RawHttp(Socket socket) : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();

    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _filled;
    private int _used;

    public static async Task<RawHttp> ConnectAsync(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new RawHttp(socket);
    }

    public ValueTask<int> SendAsync(ReadOnlyMemory<byte> message) => socket.SendAsync(message);

    /// <summary>The next message: its head and its body; empty at the end. Valid until the next call.</summary>
    public async ValueTask<(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Body)> ReceiveAsync()
    {
        _buffer.AsSpan(_used, _filled - _used).CopyTo(_buffer);
        (_filled, _used) = (_filled - _used, 0);
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf(EndOfHead)) < 0)
        {
            if (!await FillAsync())
            {
                return default;
            }
        }

        var (head, begin) = (end, end + EndOfHead.Length);
        var length = LengthIn(_buffer.AsSpan(0, head));
        while (_filled < begin + length)
        {
            if (!await FillAsync())
            {
                return default;
            }
        }

        _used = begin + length;
        return (_buffer.AsMemory(0, head), _buffer.AsMemory(begin, length));
    }

    public void Dispose() => socket.Dispose();

    public static byte[] Request(string path, int port, string body) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    private async ValueTask<bool> FillAsync()
    {
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_filled));
        _filled += read;
        return read > 0;
    }

    private static int LengthIn(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
        {
            return 0;
        }

        var length = 0;
        for (var i = at + "Content-Length: ".Length; i < head.Length && head[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            length = (length * 10) + head[i] - '0';
        }

        return length;
    }
}
