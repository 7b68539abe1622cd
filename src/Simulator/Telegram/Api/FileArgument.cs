using Lavka.Simulator.Telegram.Files;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>The file that a call sends: new bytes, or the identifier of a file the bot has sent or got before.</summary>
public static class FileArgument
{
    private const int MostBytes = 50 << 20;
    private const int MostPhotoBytes = 10 << 20;

    public static StoredFile Read(Call call, string name, FileKind kind, FileStore files) =>
        call.Arguments.File(name) is { } upload ? Keep(call, upload, kind, files) : Known(call, name, kind, files);

    private static StoredFile Keep(Call call, Upload upload, FileKind kind, FileStore files)
    {
        var size = upload.Bytes.Length;
        if (size > MostBytes)
            throw new RefusedException(413, "Request Entity Too Large");
        if (size == 0)
            throw RefusedException.BadRequest("file must be non-empty");
        if (kind == FileKind.Photo && size > MostPhotoBytes)
            throw RefusedException.BadRequest($"file of size {size} bytes is too big for a photo; the maximum size is {MostPhotoBytes} bytes");
        if (kind == FileKind.Photo && PictureSize.Of(upload.Bytes.Span) is null)
            throw RefusedException.BadRequest("IMAGE_PROCESS_FAILED");
        return files.Add(call.Bot.Id, kind, upload.Name, upload.Mime, upload.Bytes);
    }

    private static StoredFile Known(Call call, string name, FileKind kind, FileStore files)
    {
        var id = call.Arguments.Text(name);
        if (string.IsNullOrEmpty(id))
            throw RefusedException.BadRequest($"there is no {name} in the request");
        if (id.Contains("://", StringComparison.Ordinal))
            throw RefusedException.BadRequest("the simulator fetches no URLs: upload the file or name its file_id");
        if (files.Find(id) is not { } file || file.BotId != call.Bot.Id)
            throw RefusedException.BadRequest("wrong file identifier/HTTP URL specified");
        return file.Kind == kind ? file : throw RefusedException.BadRequest($"can't use file of type {file.Kind} as {kind}");
    }
}
