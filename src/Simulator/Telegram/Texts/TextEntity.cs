namespace Lavka.Simulator.Telegram.Texts;

/// <summary>A stretch of a text with a meaning; offset and length count UTF-16 units, as on Telegram's wire.</summary>
public sealed record TextEntity(string Type, int Offset, int Length, string? Url = null, string? Language = null)
{
    public int End => Offset + Length;
}
