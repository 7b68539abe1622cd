using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>A picture of up to 10 MB with a caption of up to 1024 UTF-16 units.</summary>
public sealed class SendPhoto(People people, FileStore files) : ISendingMethod
{
    public string Name => "sendPhoto";

    public IReadOnlyList<string> Fields { get; } =
        [.. Sending.Fields, "photo", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) =>
        new(call.Send(people, () => new Content.Media(FileArgument.Read(call, "photo", FileKind.Photo, files), MessageText.ReadCaption(call.Arguments))));
}
