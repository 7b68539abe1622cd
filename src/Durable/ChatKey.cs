namespace Lavka.Durable;

/// <summary>
/// One chat of one bot, and so one lane: what happens under one key happens in order. <paramref name="Chat"/> is the messenger's own id.
/// </summary>
public readonly record struct ChatKey(BotId Bot, string Chat)
{
    public override string ToString() => $"{Bot}/{Chat}";
}
