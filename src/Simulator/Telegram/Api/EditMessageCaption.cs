using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Another caption for a photo or document; without a keyboard in the call the message loses its own.</summary>
public sealed class EditMessageCaption(People people, TimeProvider time) : IMethod
{
    public string Name => "editMessageCaption";

    public IReadOnlyList<string> Fields { get; } =
        ["chat_id", "message_id", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "reply_markup"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var caption = MessageText.ReadCaption(call.Arguments);
        var keyboard = MarkupReader.ReadInline(call.Arguments.Json("reply_markup"));
        return new(conversation.Edit(call.MessageId(), time, message => message.Content is Content.Media media
            ? message with { Content = media with { Caption = caption }, Keyboard = keyboard }
            : throw RefusedException.BadRequest("there is no caption in the message to edit")));
    }
}
