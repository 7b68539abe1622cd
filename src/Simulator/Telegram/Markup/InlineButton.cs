namespace Lavka.Simulator.Telegram.Markup;

/// <summary>A button under a message: it sends data back or opens an address, never both.</summary>
public sealed record InlineButton(string Text, string? Data, string? Url);
