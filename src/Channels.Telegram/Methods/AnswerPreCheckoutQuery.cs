namespace Lavka.Channels.Telegram;

/// <summary>
/// Says whether a payment may be made; Telegram takes it for a no after 10 s (core.telegram.org/bots/api#answerprecheckoutquery). A no needs <paramref name="ErrorMessage"/>, which
/// the person reads.
/// </summary>
public sealed record AnswerPreCheckoutQuery(string PreCheckoutQueryId, bool Ok, string? ErrorMessage) : Method<bool>
{
    internal override string Name => "answerPreCheckoutQuery";
}
