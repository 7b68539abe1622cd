using System.Diagnostics;

namespace Lavka.Whole;

/// <summary>
/// A disk that fails under a running program, until it is disposed of: some of the calls by which the program uses it end with an error. It is strace that answers them in the
/// place of the system. Nobody but SQLite makes these calls in a host.
/// </summary>
internal sealed class FailingDisk : IAsyncDisposable
{
    public const string NoTool = "There is no strace on this machine (test.sh installs it), or it may not look into other programs.";

    /// <summary>What was written cannot be made sure.</summary>
    public const string KeepsNothing = "fsync,fdatasync:error=EIO";

    /// <summary>Nothing can be written: so it is when the system, after an error, goes on with its files read-only.</summary>
    public const string IsReadOnly = "pwrite64,ftruncate,fallocate:error=EROFS";

    private readonly Process _strace;

    private FailingDisk(Process strace) => _strace = strace;

    public static bool IsPossible { get; } = MayTrace();

    /// <summary>Returns when every such call fails.</summary>
    public static async Task<FailingDisk> Under(HostProcess host, string fault)
    {
        var disk = new FailingDisk(Start(FormattableString.Invariant($"-f -e trace={fault.Split(':')[0]} -e inject={fault} -p {host.Id}")));
        await Until.True(() => Task.FromResult(disk._strace.HasExited || Threads(host).All(IsTraced)), "strace looks at each thread of the host");
        return disk._strace.HasExited ? throw new IOException("strace cannot look into the host.") : disk;
    }

    public async ValueTask DisposeAsync()
    {
        // It lets go of the program, which a killed one would too, but not in the middle of a call. When the program has died it has ended by itself.
        if (!_strace.HasExited)
        {
            using var signal = Process.Start("kill", ["-INT", _strace.Id.ToString(provider: null)]);
            await signal.WaitForExitAsync();
        }
        await _strace.WaitForExitAsync();
        _strace.Dispose();
    }

    private static string[] Threads(HostProcess host) => Directory.GetDirectories($"/proc/{host.Id}/task");

    private static bool IsTraced(string thread)
    {
        try
        {
            return !File.ReadAllText(Path.Combine(thread, "status")).Contains("TracerPid:\t0\n", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return true;
        }
    }

    private static bool MayTrace()
    {
        const string limit = "/proc/sys/kernel/yama/ptrace_scope";
        if (!Environment.IsPrivilegedProcess && File.Exists(limit) && File.ReadAllText(limit)[0] != '0') return false;
        using var strace = Start("true");
        strace.WaitForExit();
        return strace.ExitCode == 0;
    }

    /// <summary>By a shell, which says calmly that there is none.</summary>
    private static Process Start(string arguments) => Process.Start("sh", ["-c", $"exec strace -qq -o /dev/null {arguments} 2>/dev/null"]);
}
