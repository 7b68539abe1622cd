namespace Lavka.Channels.Telegram;

/// <summary>A bot that Telegram calls at <c>/hooks/telegram/{Intake.Bot}</c>.</summary>
public sealed record WebhookBot(WebhookSecret Secret, Intake Intake);
