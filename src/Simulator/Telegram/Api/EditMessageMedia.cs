using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>
/// Another file and caption for a photo or document, or a file for a message of text. A message of an album keeps its kind.
/// Without a keyboard in the call the message loses its own.
/// </summary>
public sealed class EditMessageMedia(People people, FileStore files, TimeProvider time) : IMethod
{
    public string Name => "editMessageMedia";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "message_id", "media", "reply_markup"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var json = call.Arguments.Json("media") ?? throw RefusedException.BadRequest("parameter \"media\" is required");
        var media = MediaArgument.Read(call, json, files);
        var keyboard = MarkupReader.ReadInline(call.Arguments.Json("reply_markup"));
        return new(conversation.Edit(call.MessageId(), time, message => CanBecome(message, media.File.Kind)
            ? message with { Content = media, Keyboard = keyboard }
            : throw RefusedException.BadRequest("message can't be edited")));
    }

    private static bool CanBecome(ChatMessage message, FileKind kind) => message.Content switch
    {
        Content.Text => true,
        Content.Media media => message.Album is null || media.File.Kind == kind,
        _ => false,
    };
}
