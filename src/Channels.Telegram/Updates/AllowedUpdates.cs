namespace Lavka.Channels.Telegram;

/// <summary>
/// The kinds of updates that Lavka asks for, by webhook and by polling alike. Always sent: without it Telegram keeps the previous list,
/// and a list without pre_checkout_query stops every sale.
/// </summary>
public static class AllowedUpdates
{
    public static IReadOnlyList<string> List { get; } = ["message", "edited_message", "callback_query", "my_chat_member", "pre_checkout_query"];
}
