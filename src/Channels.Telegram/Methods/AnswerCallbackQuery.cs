namespace Lavka.Channels.Telegram;

/// <summary>Ends the waiting of a pressed button; useless after about 15 s. <paramref name="Text"/> has at most 200 characters.</summary>
public sealed record AnswerCallbackQuery(string CallbackQueryId, string? Text) : Method<bool>
{
    public const int Longest = 200;

    internal override string Name => "answerCallbackQuery";
}
