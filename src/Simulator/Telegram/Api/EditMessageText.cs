using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Another text for a message of text; without a keyboard in the call the message loses its own.</summary>
public sealed class EditMessageText(People people, TimeProvider time) : IMethod
{
    public string Name => "editMessageText";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "message_id", "text", "parse_mode", "entities", "link_preview_options", "reply_markup"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var body = MessageText.Read(call.Arguments);
        var keyboard = MarkupReader.ReadInline(call.Arguments.Json("reply_markup"));
        return new(conversation.Edit(call.MessageId(), time, message => message.Content is Content.Text
            ? message with { Content = new Content.Text(body), Keyboard = keyboard }
            : throw RefusedException.BadRequest("there is no text in the message to edit")));
    }
}
