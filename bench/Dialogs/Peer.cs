using System.Diagnostics;
using System.Text.Json;

namespace Lavka.Bench.Dialogs;

/// <summary>The same form as a grammY conversation, in a Node process of its own. Its packages are installed into <c>artifacts/peers</c>, by the lock file of <c>bench/peers</c>.</summary>
internal static class Peer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Installs what is missing and says what will run.</summary>
    public static async Task<string> Version(CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(Folder());
        foreach (var file in Directory.GetFiles(Path.Combine(Machine.Root(), "bench/peers"))) File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)), overwrite: true);
        if (!Directory.Exists(Path.Combine(folder.FullName, "node_modules"))) await Output("npm", ["ci", "--no-audit", "--no-fund"], ct);
        return "grammY 1.46.0, conversations 2.1.1, Node " + (await Output("node", ["--version"], ct)).Trim();
    }

    public static async Task<PeerFigures> Run(int forms, IEnumerable<int> wrong, IEnumerable<int> orders, CancellationToken ct) =>
        JsonSerializer.Deserialize<PeerFigures>(
            await Output("node", ["form.mjs", forms.ToString(Table.Culture), string.Join(',', wrong), string.Join(',', orders)], ct), Json)
        ?? throw new InvalidOperationException("The peer measured nothing.");

    private static string Folder() => Path.Combine(Machine.Root(), "artifacts/peers");

    private static async Task<string> Output(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder(), RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
