namespace Lavka.Simulator.Telegram.State;

/// <summary>What the person sees after a press: nothing, a line that fades, a box to close, or an address that opens.</summary>
public sealed record PressAnswer(string? Text, bool Alert, string? Url);
