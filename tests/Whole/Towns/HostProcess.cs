using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Shouldly;

namespace Lavka.Whole;

/// <summary>
/// The real host as a program of its own, on one port and one database for good: started, killed, stopped and started again.
/// What it writes is kept, over all its lives.
/// </summary>
/// <param name="address">Where it listens.</param>
/// <param name="settings">Its environment.</param>
/// <param name="obeys">The modes of files bind it, whoever runs the tests.</param>
public sealed class HostProcess(Uri address, IReadOnlyDictionary<string, string> settings, bool obeys = false) : IAsyncDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Lavka.Host.dll");
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(35);

    /// <summary>What root puts before a program that is to obey like everybody else.</summary>
    internal static readonly string[] Obedient = ["setpriv", "--bounding-set=-dac_override"];

    private readonly ConcurrentQueue<string> _log = new();
    private readonly HttpClient _http = new() { BaseAddress = address };
    private Process? _process;

    public Uri Address => address;

    /// <summary>The host's own HTTP surface.</summary>
    public HttpClient Http => _http;

    /// <summary>Every line that it wrote to either stream.</summary>
    public IReadOnlyList<string> Log => [.. _log];

    /// <summary>What the system keeps for it now: memory in KiB, open files and connections, threads.</summary>
    public (long Memory, int Handles, int Threads) Holds => (
        long.Parse(File.ReadLines($"/proc/{Running.Id}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))[6..^2], CultureInfo.InvariantCulture),
        Directory.GetFileSystemEntries($"/proc/{Running.Id}/fd").Length,
        Directory.GetFileSystemEntries($"/proc/{Running.Id}/task").Length);

    public int Id => Running.Id;

    public bool IsRunning => _process is { HasExited: false };

    /// <summary>Starts it and returns when it is ready to take updates.</summary>
    public async Task Start()
    {
        Begin();
        await Until.True(() => Says("/health/ready"), "the host is ready");
    }

    /// <summary>Starts it and returns when it lives, whether it takes updates or not.</summary>
    public async Task StartUnready()
    {
        Begin();
        await Until.True(() => Says("/health/live"), "the host lives");
    }

    /// <summary>SIGKILL: whatever it was doing, it does no more.</summary>
    public async Task Kill()
    {
        Running.Kill();
        await Running.WaitForExitAsync();
    }

    /// <summary>Killed and started again on the same port and database.</summary>
    public async Task Restart()
    {
        if (IsRunning) await Kill();
        await Start();
    }

    /// <summary>SIGTERM, as a container stops it. Returns the exit code.</summary>
    public async Task<int> Stop()
    {
        await AskToStop();
        return await Exit();
    }

    /// <summary>A whole number that it tells of itself now, by its name with the labels.</summary>
    public async Task<long> Metric(string name)
    {
        var lines = (await _http.GetStringAsync("/metrics")).Split('\n');
        return long.Parse(lines.Single(line => line.StartsWith(name + " ", StringComparison.Ordinal))[name.Length..], CultureInfo.InvariantCulture);
    }

    /// <summary>SIGTERM, without waiting for what follows.</summary>
    public Task AskToStop() => Signal("TERM");

    /// <summary>SIGSTOP: it lives and holds its connections, and does nothing, like a container that is frozen.</summary>
    public Task Freeze() => Signal("STOP");

    /// <summary>SIGCONT: it goes on in the middle of whatever it did.</summary>
    public Task Wake() => Signal("CONT");

    /// <summary>Starts it without expecting that it lives, and returns its exit code.</summary>
    public async Task<int> RunToEnd()
    {
        Begin();
        return await Exit();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning) await Kill();
        _process?.Dispose();
        _http.Dispose();
    }

    private Process Running => _process ?? throw new InvalidOperationException("The host was not started.");

    private void Begin()
    {
        _process?.Dispose();
        string[] line = [.. obeys && Environment.IsPrivilegedProcess ? Obedient : [], "dotnet", Program, "run"];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            // Half of a short life would go into machine code that is never used.
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        foreach (var (key, value) in settings) start.Environment[key] = value;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private async Task Signal(string name)
    {
        using var signal = Process.Start("kill", [$"-{name}", Running.Id.ToString(provider: null)]);
        await signal.WaitForExitAsync();
    }

    private async Task<int> Exit()
    {
        await Running.WaitForExitAsync().WaitAsync(LongestStop);
        return Running.ExitCode;
    }

    private async Task<bool> Says(string health)
    {
        if (!IsRunning) throw new ShouldAssertException($"The host ended with {Running.ExitCode} instead of starting:\n{string.Join('\n', _log)}");
        try
        {
            using var answer = await _http.GetAsync(health);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Keep(string? line)
    {
        if (line is not null) _log.Enqueue(line);
    }
}
