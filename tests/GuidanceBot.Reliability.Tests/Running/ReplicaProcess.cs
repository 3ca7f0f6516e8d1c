using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;

namespace GuidanceBot.Reliability.Tests.Running;

/// <summary>A replica as a process of its own, to be killed.</summary>
internal sealed class ReplicaProcess(string name, params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    private readonly List<string> _output = [];
    private Process? _process;

    /// <summary>The same after each start, as behind a load balancer.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    /// <summary>What it logged; for a failing test.</summary>
    public IReadOnlyList<string> Output
    {
        get
        {
            lock (_output)
            {
                return [.. _output.TakeLast(40)];
            }
        }
    }

    /// <param name="clockOffMinutes">How wrong its clock is.</param>
    public async Task StartAsync(int clockOffMinutes)
    {
        var path = typeof(ReplicaProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(m => m.Key == "Replica").Value!;
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["DOTNET_TieredCompilation"] = "1";
        start.Environment["ClockOffMinutes"] = clockOffMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitUntilReadyAsync(_process);
    }

    /// <summary>kill -9: nothing is finished, nothing is told.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add($"{name}: {line}");
            }
        }
    }

    private async Task WaitUntilReadyAsync(Process process)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                using var answer = await Http.GetAsync(new Uri(Address, "/healthz"));
                return;
            }
            catch (Exception early) when (early is HttpRequestException or TaskCanceledException)
            {
                if (process.HasExited || TimeProvider.System.GetElapsedTime(began) > LongestStart)
                {
                    throw new InvalidOperationException($"{name} did not start:\n{string.Join('\n', Output)}", early);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
