using System.Text.Json;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>One InputMedia of a call: a photo or a document, uploaded with the call or known by its identifier, and its caption.</summary>
public static class MediaArgument
{
    private const string What = "InputMedia";

    private static readonly string[] Fields =
    [
        "type", "media", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler", "disable_content_type_detection",
    ];

    public static Content.Media Read(Call call, JsonElement json, FileStore files)
    {
        var medium = call.Arguments.Inside(json, What, Fields);
        var kind = medium.Text("type") switch
        {
            "photo" => FileKind.Photo,
            "document" => FileKind.Document,
            null or "" => throw RefusedException.BadRequest($"can't parse {What}: Can't find field \"type\""),
            "video" or "audio" or "animation" => throw RefusedException.BadRequest("the simulator takes photos and documents only"),
            var other => throw RefusedException.BadRequest($"can't parse {What}: type \"{other}\" is unknown"),
        };
        var isMissing = medium.File("media") is null && (medium.Text("media") is not { Length: > 0 } name || name.StartsWith("attach://", StringComparison.Ordinal));
        return isMissing
            ? throw RefusedException.BadRequest($"can't parse {What}: media not found")
            : new Content.Media(FileArgument.Read(call with { Arguments = medium }, "media", kind, files), MessageText.ReadCaption(medium));
    }
}
