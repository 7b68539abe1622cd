namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A file in a message: its address on this server, bytes, and pixels for a picture.</summary>
public sealed record FileView(string Url, string Name, int Size, string Mime, int? Width, int? Height)
{
    /// <summary>What a sticker stands for.</summary>
    public string? Emoji { get; init; }
}
