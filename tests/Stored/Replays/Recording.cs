using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lavka.Stored.Replays;

/// <summary>A chat as the simulator saves it (<c>GET /sim/recordings/{bot}/{person}</c>): who the person is, and what happened, from "person", "bot" or "clock".</summary>
internal sealed record Recording(JsonObject Head, IReadOnlyList<JsonObject> Events)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Folder => Path.GetDirectoryName(Here())!;

    public static IEnumerable<string> All => Directory.EnumerateFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);

    public string Language => (string?)Head["person"]?["language"] ?? "ru";

    public string Name => (string?)Head["person"]?["name"] ?? "Anna";

    public static Recording Open(string file) => Read(File.ReadAllText(Path.Combine(Folder, file)));

    public static Recording Read(string json)
    {
        var head = JsonNode.Parse(json)!.AsObject();
        if ((int?)head["recording"] != 1) throw new JsonException("This is no recording of version 1.");
        var events = head["events"]!.AsArray().Select(happened => happened!.DeepClone().AsObject()).ToList();
        head["events"] = new JsonArray();
        return new Recording(head, events);
    }

    /// <summary>JSON with each event in a line of its own.</summary>
    public string Write() =>
        Head.ToJsonString(Readable).Replace("\"events\":[]", "\"events\":[", StringComparison.Ordinal)[..^1]
        + string.Join(',', Events.Select(happened => "\n  " + happened.ToJsonString(Readable))) + "\n]}\n";

    private static string Here([CallerFilePath] string path = "") => path;
}
