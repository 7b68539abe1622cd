using System.Diagnostics;

namespace Lavka.Whole;

/// <summary>The database of a town, or its whole folder, of which the host may only read while this lives. It is for hosts that obey (<see cref="TownPlan.Obeys"/>).</summary>
internal sealed class ForbiddenFile : IDisposable
{
    public const string NoRight = "Nothing is forbidden to root here, and setpriv (util-linux) cannot make him a host that obeys.";

    private const UnixFileMode Looks = UnixFileMode.UserRead | UnixFileMode.UserExecute;
    private const UnixFileMode Reads = UnixFileMode.UserRead;

    private readonly string[] _files;
    private readonly string? _folder;

    public ForbiddenFile(string file, bool andItsFolder)
    {
        _folder = andItsFolder ? Path.GetDirectoryName(file)! : null;
        _files = _folder is null ? [file] : Directory.GetFiles(_folder);
        Set(Reads, Looks);
    }

    public static bool IsPossible { get; } = !OperatingSystem.IsWindows() && (!Environment.IsPrivilegedProcess || CanObey());

    public void Dispose() => Set(Reads | UnixFileMode.UserWrite, Looks | UnixFileMode.UserWrite);

    private void Set(UnixFileMode file, UnixFileMode folder)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("Its files have no modes.");
        foreach (var each in _files) File.SetUnixFileMode(each, file);
        if (_folder is not null) File.SetUnixFileMode(_folder, folder);
    }

    private static bool CanObey()
    {
        using var obeys = Process.Start("sh", ["-c", $"{string.Join(' ', HostProcess.Obedient)} true 2>/dev/null"]);
        obeys.WaitForExit();
        return obeys.ExitCode == 0;
    }
}
