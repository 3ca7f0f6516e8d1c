using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BenchmarkDotNet.Loggers;

namespace GuidanceBot.Benchmarks.Protocol;

/// <summary>Turns a second over loopback HTTP: replies in the answer ("expect") and replies through the connector.</summary>
/// <remarks>
/// The bot runs in a process of its own; the driver shares the machine with it, so compare only figures of one machine and one run.
/// Every reply is checked.
/// </remarks>
internal static class ProtocolBenchmark
{
    private const int Conversations = 16;
    private const int Rounds = 3;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync(TimeSpan round, ILogger output)
    {
        output.WriteLine("mode        turns/s   p50 ms  p95 ms  p99 ms   CPU us/turn   KB/turn   RSS MB   wrong");
        var wrong = await MeasureAsync("expect", connected: false, round, output);
        wrong += await MeasureAsync("connector", connected: true, round, output);
        return wrong == 0 ? 0 : 1;
    }

    private static async Task<int> MeasureAsync(string mode, bool connected, TimeSpan round, ILogger output)
    {
        var port = FreePort();
        using var bot = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "protocol-bot", port.ToString(CultureInfo.InvariantCulture) },
        })!;
        try
        {
            using var connector = connected ? new LoopbackConnector(Conversations) : null;
            using var http = new HttpClient { BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) };
            await StartedAsync(http, bot);
            var driver = new EchoDriver(port, Conversations, connector);
            await driver.RunAsync(WarmUp);
            var wrong = 0;
            for (var i = 0; i < Rounds; i++)
            {
                wrong += await RoundAsync(mode, driver, http, round, output);
            }

            return wrong;
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    private static async Task<int> RoundAsync(string mode, EchoDriver driver, HttpClient http, TimeSpan round, ILogger output)
    {
        var before = await UsageAsync(http);
        var begin = Stopwatch.GetTimestamp();
        var (turns, wrong, times) = await driver.RunAsync(round);
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        var after = await UsageAsync(http);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{mode,-10}{turns / seconds,9:F0}{At(times, 0.50),9:F2}{At(times, 0.95),8:F2}{At(times, 0.99),8:F2}{(after.Cpu - before.Cpu) / turns,14:F1}{(after.Allocated - before.Allocated) / 1024.0 / turns,10:F1}{after.Resident / 1024.0 / 1024,9:F0}{wrong,8}"));
        return wrong;
    }

    private static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))] / 1000;

    private static async Task<(double Cpu, double Allocated, double Resident)> UsageAsync(HttpClient http)
    {
        var usage = (await http.GetStringAsync(EchoBot.UsagePath)).Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return (usage[0], usage[1], usage[2]);
    }

    private static async Task StartedAsync(HttpClient http, Process bot)
    {
        while (!bot.HasExited)
        {
            try
            {
                await http.GetStringAsync(EchoBot.UsagePath);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }

        throw new InvalidOperationException("The bot did not start.");
    }

    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
