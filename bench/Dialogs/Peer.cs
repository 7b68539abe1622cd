using System.Text.Json;

namespace Lavka.Bench.Dialogs;

/// <summary>The same form as a grammY conversation, in a Node process of its own.</summary>
internal static class Peer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<PeerFigures> Run(int forms, IEnumerable<int> wrong, IEnumerable<int> orders, CancellationToken ct) =>
        JsonSerializer.Deserialize<PeerFigures>(
            await PeerPackages.Output("node", ["form.mjs", forms.ToString(Report.Culture), string.Join(',', wrong), string.Join(',', orders)], ct), Json)
        ?? throw new InvalidOperationException("The peer measured nothing.");
}
