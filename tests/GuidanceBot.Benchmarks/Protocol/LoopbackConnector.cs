using System.Net;
using System.Net.Sockets;

namespace GuidanceBot.Benchmarks.Protocol;

/// <summary>The channel's side of connector mode: takes replies, and tells the conversation that its reply has arrived.</summary>
internal sealed class LoopbackConnector : IDisposable
{
    private static readonly byte[] Created = "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"u8.ToArray();

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly TaskCompletionSource<bool>[] _arrivals;

    public LoopbackConnector(int conversations)
    {
        _arrivals = new TaskCompletionSource<bool>[conversations];
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Call before the message is sent.</summary>
    /// <returns>Whether the reply was the echo of the message, once it has arrived.</returns>
    public Task<bool> Expect(int conversation)
    {
        var arrival = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _arrivals[conversation] = arrival;
        return arrival.Task;
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptAsync();
            socket.NoDelay = true;
            _ = ServeAsync(new RawHttp(socket));
        }
    }

    private async Task ServeAsync(RawHttp connection)
    {
        using (connection)
        {
            while (true)
            {
                var (head, body) = await connection.ReceiveAsync();
                if (head.IsEmpty)
                {
                    return;
                }

                var conversation = ConversationIn(head.Span);
                var right = body.Span.IndexOf(EchoDriver.Reply) >= 0;
                await connection.SendAsync(Created);
                _arrivals[conversation].TrySetResult(right);
            }
        }
    }

    /// <summary>The number after "chat-" in the path.</summary>
    private static int ConversationIn(ReadOnlySpan<byte> head)
    {
        var number = 0;
        for (var i = head.IndexOf("chat-"u8) + 5; head[i] is >= (byte)'0' and <= (byte)'9'; i++)
        {
            number = (number * 10) + head[i] - '0';
        }

        return number;
    }
}
