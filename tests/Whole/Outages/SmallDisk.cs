using System.Diagnostics;

namespace Lavka.Whole;

/// <summary>A disk of eight megabytes, which can be filled. It takes the rights of root to have one.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    public const string NoRight = "Only root may mount a disk, and here not even he.";

    private const int Megabytes = 8;

    private SmallDisk()
    {
    }

    public static bool IsAllowed { get; } = Environment.IsPrivilegedProcess && CanMount();

    public string Folder { get; } = Directory.CreateTempSubdirectory("lavka-disk-").FullName;

    private string Ballast => Path.Combine(Folder, "ballast");

    public static async Task<SmallDisk> Open()
    {
        var disk = new SmallDisk();
        if (!await Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={Megabytes}m"), "tmpfs", disk.Folder)) throw new IOException("The disk cannot be mounted.");
        return disk;
    }

    /// <summary>Not one byte is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            for (var written = 0; written <= Megabytes << 20; written += block.Length) file.Write(block);
        }
        catch (IOException)
        {
            // That was the last one.
        }
    }

    public void MakeRoom() => File.Delete(Ballast);

    public async ValueTask DisposeAsync()
    {
        await Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("lavka-disk-").FullName;
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "tmpfs", folder]) { UseShellExecute = false, RedirectStandardError = true })!;
        mount.WaitForExit();
        if (mount.ExitCode == 0)
        {
            using var umount = Process.Start("umount", [folder]);
            umount.WaitForExit();
        }
        Directory.Delete(folder);
        return mount.ExitCode == 0;
    }

    private static async Task<bool> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
