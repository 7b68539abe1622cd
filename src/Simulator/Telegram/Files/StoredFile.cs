namespace Lavka.Simulator.Telegram.Files;

/// <summary>A file that went through the simulator; its identifier is valid for one bot, as in Telegram.</summary>
public sealed record StoredFile(string Id, long BotId, FileKind Kind, string Name, string Mime, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Same for the same file, useless for downloading.</summary>
    public required string UniqueId { get; init; }

    /// <summary>Where <c>/file/bot&lt;token&gt;/</c> serves it.</summary>
    public required string Path { get; init; }

    /// <summary>Pixels; zero for what is not a picture.</summary>
    public PictureSize Size { get; init; }
}
