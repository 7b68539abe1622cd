using System.Diagnostics;
using System.Net;
using Lavka.Bench.Load;

namespace Lavka.Bench;

/// <summary>The built host as a process of its own, with one shop, an empty SQLite file and a Bot API address where nobody listens.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lavka-bench-");
    private readonly int _port = Machine.FreePort();
    private readonly long _started;
    private readonly Process _process;

    public HostProcess(string host)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = _folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(host);
        LightSockets.KeepFrom(start);
        foreach (var (key, value) in Settings()) start.Environment[key] = value;
        _started = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>How long the process has needed until <c>/health/ready</c> first said 200.</summary>
    public async Task<TimeSpan> Ready(CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        while (Stopwatch.GetElapsedTime(_started) < Patience)
        {
            try
            {
                using var answer = await http.GetAsync("/health/ready", ct);
                if (answer.StatusCode is HttpStatusCode.OK) return Stopwatch.GetElapsedTime(_started);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(Pause, TimeProvider.System, ct);
        }
        throw new TimeoutException($"The host was not ready within {Patience.TotalSeconds:0} s.");
    }

    /// <inheritdoc cref="ProcFile.Megabytes"/>
    public double Megabytes(string line) => ProcFile.Megabytes(_process.Id, line);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["Database"] = $"Data Source={Path.Combine(_folder.FullName, "lavka.db")}",
        ["Urls"] = $"http://127.0.0.1:{_port}",
        ["Telegram__ApiUrl"] = $"http://127.0.0.1:{Machine.FreePort()}",
        ["Shops__labels__Kind"] = "Shipping",
        ["Shops__labels__Telegram__Token"] = "1:bench",
    };
}
