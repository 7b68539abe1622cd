using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Another inline keyboard for a message, or none.</summary>
public sealed class EditMessageReplyMarkup(People people, TimeProvider time) : IMethod
{
    public string Name => "editMessageReplyMarkup";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "message_id", "reply_markup"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var keyboard = MarkupReader.ReadInline(call.Arguments.Json("reply_markup"));
        return new(conversation.Edit(call.MessageId(), time, message => message with { Keyboard = keyboard }));
    }
}
