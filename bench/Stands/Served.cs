using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Lavka.Bench.Stands;

/// <summary>A contestant's process, from its start until it is killed.</summary>
internal sealed class Served : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Process _process;
    private readonly int _port;
    private readonly StringBuilder _complaints = new();

    public Served(ProcessStartInfo start, int port)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        (_port, _process) = (port, Process.Start(start)!);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Waits until it takes connections.</summary>
    /// <exception cref="TimeoutException">It did not; the message says what it wrote.</exception>
    public async Task Ready(CancellationToken ct)
    {
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Patience && !_process.HasExited;)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", _port, ct);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(Pause, TimeProvider.System, ct);
            }
        }
        throw new TimeoutException($"It did not serve: {Complaints}");
    }

    /// <summary>The last that it wrote.</summary>
    public string Complaints
    {
        get
        {
            lock (_complaints) return _complaints.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        lock (_complaints)
        {
            _complaints.AppendLine(line);
            if (_complaints.Length > 4000) _complaints.Remove(0, _complaints.Length - 4000);
        }
    }
}
