using System.Text.Json;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Who is at the other end of a private chat.</summary>
public sealed class GetChat(People people) : IMethod
{
    public string Name => "getChat";

    public IReadOnlyList<string> Fields { get; } = ["chat_id"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken)
    {
        var conversation = call.Conversation(people);
        return conversation.IsStarted
            ? new(new Success(JsonSerializer.SerializeToNode(conversation.Person.ToChat(), WireJson.Default.WireChat)!))
            : throw RefusedException.BadRequest("chat not found");
    }
}
