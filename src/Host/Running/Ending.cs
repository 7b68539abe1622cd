using System.Runtime.InteropServices;

namespace Lavka.Host;

/// <summary>
/// How the program ends. Asked to stop (SIGTERM, Ctrl+C), it has so long to finish; when that is over, or when it is asked a second time, it ends at once with
/// <see cref="Forced"/> and the log names what was still running (vpn:S-12, vpn:S-13, vpn:S-15). A fault of a task that nobody waited for is logged as one.
/// </summary>
internal sealed class Ending : IDisposable
{
    /// <summary>The exit code when something had to be left unfinished.</summary>
    public const int Forced = 3;

    private readonly WebApplication _app;
    private readonly TimeSpan _longest;
    private readonly Action<int> _exit;
    private readonly List<IDisposable> _registered;
    private ITimer? _limit;
    private int _asked;
    private int _forced;

    /// <param name="app">What is to end.</param>
    /// <param name="longest">How long it may take.</param>
    /// <param name="exit">Ends the process, whatever runs in it.</param>
    public Ending(WebApplication app, TimeSpan longest, Action<int> exit)
    {
        (_app, _longest, _exit) = (app, longest, exit);
        TaskScheduler.UnobservedTaskException += Tell;
        _registered =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Asked), PosixSignalRegistration.Create(PosixSignal.SIGINT, Asked),
            app.Lifetime.ApplicationStopping.Register(Begin),
        ];
    }

    public void Dispose()
    {
        TaskScheduler.UnobservedTaskException -= Tell;
        foreach (var registered in _registered) registered.Dispose();
        _limit?.Dispose();
    }

    /// <summary>The first time is the web host's business.</summary>
    private void Asked(PosixSignalContext signal)
    {
        if (Interlocked.Increment(ref _asked) == 1) return;
        signal.Cancel = true;
        Force("it was asked to stop a second time");
    }

    private void Begin()
    {
        var clock = _app.Services.GetRequiredService<TimeProvider>();
        _limit = clock.CreateTimer(_ => Force($"it took longer than {_longest.TotalSeconds} s"), null, _longest, Timeout.InfiniteTimeSpan);
    }

    private void Force(string why)
    {
        if (Interlocked.Exchange(ref _forced, 1) == 1) return;
        var left = _app.Services.GetServices<IHostedService>().OfType<Works>().Single().Unfinished;
        _app.Logger.LogCritical("The program is ended by force, because {Why}; still running: {Tasks}. Whatever was not committed comes again", why, string.Join(", ", left));
        // What was logged last is the most wanted.
        _app.Services.GetRequiredService<ILoggerFactory>().Dispose();
        _exit(Forced);
    }

    private void Tell(object? sender, UnobservedTaskExceptionEventArgs fault)
    {
        _app.Logger.LogError(fault.Exception, "A task failed and nobody waited for it");
        fault.SetObserved();
    }
}
