using System.Text.Json;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Where to download a file of up to 20 MB.</summary>
public sealed class GetFile(FileStore files) : IMethod
{
    private const int MostBytes = 20 << 20;

    public string Name => "getFile";

    public IReadOnlyList<string> Fields { get; } = ["file_id"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        if (files.Find(call.Arguments.Text("file_id") ?? "") is not { } file || file.BotId != call.Bot.Id)
            throw RefusedException.BadRequest("invalid file_id");
        if (file.Bytes.Length > MostBytes)
            throw RefusedException.BadRequest("file is too big");
        return new(new Success(JsonSerializer.SerializeToNode(file.ToWire() with { FilePath = file.Path }, WireJson.Default.WireFile)!));
    }
}
