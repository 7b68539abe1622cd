namespace Lavka.Simulator.Telegram.Api;

/// <summary>Checked and accepted; the web chat always shows the commands.</summary>
public sealed class SetChatMenuButton : IMethod
{
    public string Name => "setChatMenuButton";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "menu_button"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        if (call.Arguments.Json("menu_button") is { } json)
        {
            var button = StrictObject.Of(json, "MenuButton").Allow("type", "text", "web_app");
            if (button.Text("type") is not ("default" or "commands" or "web_app"))
                throw RefusedException.BadRequest("can't parse MenuButton: Unsupported type specified");
        }
        return new(Success.True());
    }
}
