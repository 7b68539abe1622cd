using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>What all messages of a bot share: where they go, what they answer, what is attached.</summary>
public static class Sending
{
    public static readonly string[] Fields =
    [
        "chat_id", "disable_notification", "protect_content", "allow_paid_broadcast", "message_effect_id", "reply_parameters", "reply_markup",
    ];

    public static Success Send(this Call call, People people, Func<Content> read)
    {
        var conversation = call.Conversation(people);
        var (content, markup) = (read(), MarkupReader.Read(call.Arguments.Json("reply_markup")));
        lock (conversation.Gate)
        {
            conversation.RefuseUnreachable();
            var message = conversation.Send(content, markup, Answered(call, conversation));
            return new Success(conversation.ToWire(message).ToJson());
        }
    }

    internal static int? Answered(Call call, Conversation conversation)
    {
        if (call.Arguments.Json("reply_parameters") is not { } json)
            return null;
        var reply = StrictObject.Of(json, "reply parameters").Allow("message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_parse_mode");
        if (reply.Integer("message_id") is not { } id)
            throw RefusedException.BadRequest("can't parse reply parameters: Can't find field \"message_id\"");
        if (conversation.Find(id) is not null)
            return id;
        return reply.Flag("allow_sending_without_reply") ? null : throw RefusedException.BadRequest("message to be replied not found");
    }
}
