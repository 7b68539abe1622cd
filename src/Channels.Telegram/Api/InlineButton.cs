namespace Lavka.Channels.Telegram;

/// <summary>A button of an inline keyboard: either data that comes back (1 to 64 bytes) or an address to open.</summary>
public sealed record InlineButton(string Text, string? CallbackData, string? Url);
