using System.Text.Json;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Takes away up to 100 messages; those that are not there are passed over, one that is too old spoils the call.</summary>
public sealed class DeleteMessages(People people, TimeProvider time) : IMethod
{
    private const int MostMessages = 100;

    public string Name => "deleteMessages";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "message_ids"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        ChatMessage[] messages = [.. Ids(call.Arguments).Select(conversation.Find).OfType<ChatMessage>()];
        if (!messages.All(message => message.IsDeletable(time)))
            throw RefusedException.BadRequest(Target.TooOldToDelete);
        foreach (var message in messages)
            conversation.Delete(message.Id, byBot: true);
        return new(Success.True());
    }

    private static int[] Ids(Arguments arguments)
    {
        if (arguments.Json("message_ids") is not { ValueKind: JsonValueKind.Array } json || json.GetArrayLength() == 0)
            throw RefusedException.BadRequest("message identifiers are not specified");
        if (json.GetArrayLength() > MostMessages)
            throw RefusedException.BadRequest("too many message identifiers specified");
        return [.. json.EnumerateArray().Select(id => id.TryGetInt32(out var number) && number > 0
            ? number
            : throw RefusedException.BadRequest("invalid message identifier specified"))];
    }
}
