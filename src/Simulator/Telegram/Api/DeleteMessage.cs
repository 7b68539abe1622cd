using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Takes away a message of either side that is younger than 48 hours.</summary>
public sealed class DeleteMessage(People people, TimeProvider time) : IMethod
{
    public string Name => "deleteMessage";

    public IReadOnlyList<string> Fields { get; } = ["chat_id", "message_id"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        var message = conversation.Find(call.MessageId()) ?? throw RefusedException.BadRequest("message to delete not found");
        if (!message.IsDeletable(time))
            throw RefusedException.BadRequest(Target.TooOldToDelete);
        return conversation.Delete(message.Id, byBot: true)
            ? new(Success.True())
            : throw RefusedException.BadRequest("message to delete not found");
    }
}
