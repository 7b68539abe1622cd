using Lavka.Simulator.Telegram.Markup;

namespace Lavka.Simulator.Telegram.State;

/// <summary>What a person has below the chat: the bot's keyboard and the message that waits for his reply.</summary>
public sealed record InputArea(ReplyMarkup.Keyboard? Keyboard, ForcedReply? Reply)
{
    public static InputArea Empty { get; } = new(Keyboard: null, Reply: null);

    /// <summary>After the bot's message with this markup.</summary>
    public InputArea After(int messageId, ReplyMarkup? markup) => markup switch
    {
        ReplyMarkup.Keyboard keyboard => new InputArea(keyboard, Reply: null),
        ReplyMarkup.Remove => Empty,
        ReplyMarkup.Force force => this with { Reply = new ForcedReply(messageId, force.Placeholder) },
        _ => this,
    };

    /// <summary>After the person wrote: the reply is given, a keyboard for one time folds away.</summary>
    public InputArea AfterPersonWrote() => new(Keyboard is { OneTime: true } ? null : Keyboard, Reply: null);

    /// <summary>After a message vanished: nobody can reply to it.</summary>
    public InputArea Without(int messageId) => Reply?.MessageId == messageId ? this with { Reply = null } : this;
}
