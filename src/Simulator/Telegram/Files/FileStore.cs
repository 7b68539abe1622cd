using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Lavka.Simulator.Telegram.Files;

/// <summary>All files of all bots, in memory.</summary>
public sealed class FileStore
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = new(StringComparer.Ordinal);
    private int _count;

    public StoredFile Add(long botId, FileKind kind, string name, string mime, ReadOnlyMemory<byte> bytes)
    {
        var extension = Path.GetExtension(name) is { Length: > 0 } given ? given : DefaultExtension(kind);
        var file = new StoredFile(NewId(kind), botId, kind, name, mime, bytes)
        {
            UniqueId = Base64Url.EncodeToString(SHA256.HashData(bytes.Span).AsSpan(0, 12)),
            Path = $"{Folder(kind)}/file_{Interlocked.Increment(ref _count)}{extension}",
            Size = kind is FileKind.Photo or FileKind.Sticker ? PictureSize.Of(bytes.Span) ?? default : default,
        };
        _files[file.Id] = file;
        return file;
    }

    public StoredFile? Find(string id) => _files.GetValueOrDefault(id);

    /// <summary>The file by the path that getFile gave to this bot.</summary>
    public StoredFile? FindByPath(long botId, string path) => _files.Values.FirstOrDefault(file => file.BotId == botId && file.Path == path);

    public void Clear() => _files.Clear();

    private static string NewId(FileKind kind) => Prefix(kind) + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(36));

    private static string Prefix(FileKind kind) => kind switch
    {
        FileKind.Photo => "AgACAgIAAxk",
        FileKind.Document => "BQACAgIAAxk",
        FileKind.Voice => "AwACAgIAAxk",
        _ => "CAACAgIAAxk",
    };

    private static string Folder(FileKind kind) => kind switch
    {
        FileKind.Photo => "photos",
        FileKind.Document => "documents",
        FileKind.Voice => "voice",
        _ => "stickers",
    };

    private static string DefaultExtension(FileKind kind) => kind switch
    {
        FileKind.Photo => ".jpg",
        FileKind.Voice => ".oga",
        FileKind.Sticker => ".webp",
        _ => "",
    };
}
