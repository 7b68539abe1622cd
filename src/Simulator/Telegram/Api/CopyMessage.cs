using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Texts;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Sends what a message carries once more, without a word of where it came from; another caption if one is given. The result is the number alone.</summary>
public sealed class CopyMessage(People people) : ISendingMethod
{
    public string Name => "copyMessage";

    public IReadOnlyList<string> Fields { get; } =
        [.. Sending.Fields, "from_chat_id", "message_id", "caption", "parse_mode", "caption_entities", "show_caption_above_media"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var sent = call.Send(people, () => Copied(call)).Result;
        return new(new Success(new JsonObject { ["message_id"] = (int)sent["message_id"]! }));
    }

    private Content Copied(Call call)
    {
        var original = call.Conversation(people, "from_chat_id").Find(call.MessageId()) ?? throw RefusedException.BadRequest("message to copy not found");
        return original.Content is Content.Media media && call.Arguments.Text("caption") is not null
            ? media with { Caption = MessageText.ReadCaption(call.Arguments) }
            : original.Content;
    }
}
