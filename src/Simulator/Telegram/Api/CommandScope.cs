namespace Lavka.Simulator.Telegram.Api;

/// <summary>Whose command menu a call is about, as a key: the kind of scope, and the chat for a single one.</summary>
public static class CommandScope
{
    public static string Of(Arguments arguments)
    {
        if (arguments.Json("scope") is not { } json)
            return "default";
        var scope = StrictObject.Of(json, "BotCommandScope").Allow("type", "chat_id", "user_id");
        return scope.Text("type") switch
        {
            "default" => "default",
            "all_private_chats" => "all_private_chats",
            "all_group_chats" => "all_group_chats",
            "all_chat_administrators" => "all_chat_administrators",
            "chat" => $"chat/{scope.Text("chat_id")}",
            _ => throw RefusedException.BadRequest("can't parse BotCommandScope: Unsupported type specified"),
        };
    }
}
