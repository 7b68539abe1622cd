using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Any file of up to 50 MB with a caption of up to 1024 UTF-16 units.</summary>
public sealed class SendDocument(People people, FileStore files) : ISendingMethod
{
    public string Name => "sendDocument";

    public IReadOnlyList<string> Fields { get; } =
        [.. Sending.Fields, "document", "caption", "parse_mode", "caption_entities", "disable_content_type_detection"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) => new(call.Send(
        people,
        () => new Content.Media(FileArgument.Read(call, "document", FileKind.Document, files), MessageText.ReadCaption(call.Arguments))));
}
