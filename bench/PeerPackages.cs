using System.Diagnostics;

namespace Lavka.Bench;

/// <summary>The peers' programs and their packages in <c>artifacts/peers</c>, installed by the lock file of <c>bench/peers</c>.</summary>
internal static class PeerPackages
{
    private static readonly string Source = Path.Combine(Machine.Root(), "bench/peers");

    public static string Folder { get; } = Path.Combine(Machine.Root(), "artifacts/peers");

    /// <summary>Installs what is missing or has changed, and says what will run.</summary>
    public static async Task<string> Install(CancellationToken ct)
    {
        var lockFile = Path.Combine(Folder, "package-lock.json");
        var isInstalled = Directory.Exists(Path.Combine(Folder, "node_modules")) && File.Exists(lockFile)
            && await File.ReadAllTextAsync(lockFile, ct) == await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"), ct);
        foreach (var file in Directory.GetFiles(Source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(Source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
        if (!isInstalled) await Output("npm", ["ci", "--no-audit", "--no-fund"], ct);
        return "grammY 1.46.0, conversations 2.1.1, Telegraf 4.16.3, node-telegram-bot-api 2.1.0, Node " + (await Output("node", ["--version"], ct)).Trim();
    }

    /// <summary>What a program wrote when it has ended well.</summary>
    public static async Task<string> Output(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
