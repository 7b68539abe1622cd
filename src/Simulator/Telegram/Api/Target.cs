using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>The chat and the message that a call is about, or the refusal in Telegram's words.</summary>
public static class Target
{
    public const string TooOldToDelete = "message can't be deleted for everyone";

    private static readonly TimeSpan DeletableFor = TimeSpan.FromHours(48);

    public static Conversation Conversation(this Call call, People people, string field = "chat_id")
    {
        if (string.IsNullOrEmpty(call.Arguments.Text(field)))
            throw RefusedException.BadRequest($"{field} is empty");
        return call.Arguments.Integer(field) is { } id && people.Find(id) is { } person
            ? call.Bot.With(person)
            : throw RefusedException.BadRequest("chat not found");
    }

    public static int MessageId(this Call call) =>
        call.Arguments.Integer("message_id") is { } id and > 0 and <= int.MaxValue
            ? (int)id
            : throw RefusedException.BadRequest("message identifier is not specified");

    /// <summary>Whether a message of either side may still be deleted by the bot.</summary>
    public static bool IsDeletable(this ChatMessage message, TimeProvider time) => time.GetUtcNow() - message.Date <= DeletableFor;

    /// <summary>A message the bot may edit: its own, however old, and not sent with a reply keyboard or a forced reply (TDLib, can_edit_message).</summary>
    public static ChatMessage Editable(this Conversation conversation, int id)
    {
        conversation.RefuseUnreachable();
        var message = conversation.Find(id) ?? throw RefusedException.BadRequest("message to edit not found");
        return message is { FromBot: true, IsFixed: false } ? message : throw RefusedException.BadRequest("message can't be edited");
    }
}
