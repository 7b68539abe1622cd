using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>An album of 2 to 10 photos, or of 2 to 10 documents: one call, as many messages with one <c>media_group_id</c>, and no keyboard.</summary>
public sealed class SendMediaGroup(People people, FileStore files) : ISendingMethod
{
    private const int Fewest = 2;
    private const int Most = 10;

    public string Name => "sendMediaGroup";

    public IReadOnlyList<string> Fields { get; } = [.. Sending.Fields.Where(field => field != "reply_markup"), "media"];

    public int Messages(Arguments arguments) => arguments.Json("media") is { ValueKind: JsonValueKind.Array } media ? media.GetArrayLength() : 1;

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var contents = Read(call);
        lock (conversation.Gate)
        {
            conversation.RefuseUnreachable();
            var (album, answered) = (NewAlbum(), Sending.Answered(call, conversation));
            var messages = contents.Select(content => conversation.Send(content, markup: null, answered, album)).ToArray();
            return new(new Success(new JsonArray([.. messages.Select(message => conversation.ToWire(message).ToJson())])));
        }
    }

    internal static string NewAlbum() => RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture) + "0001";

    private Content.Media[] Read(Call call)
    {
        if (call.Arguments.Json("media") is not { } media)
            throw RefusedException.BadRequest("parameter \"media\" is required");
        if (media.ValueKind != JsonValueKind.Array)
            throw RefusedException.BadRequest("expected an Array of InputMedia");
        switch (media.GetArrayLength())
        {
            case 0:
                throw RefusedException.BadRequest("there are no messages to send");
            case > Most:
                throw RefusedException.BadRequest("too many messages to send as an album");
            case < Fewest:
                throw RefusedException.BadRequest("the simulator wants 2 to 10 messages in an album, as the documentation says");
        }
        Content.Media[] contents = [.. media.EnumerateArray().Select(json => MediaArgument.Read(call, json, files))];
        return contents.Select(content => content.File.Kind).Distinct().Count() == 1
            ? contents
            : throw RefusedException.BadRequest("document can't be mixed with other media types");
    }
}
