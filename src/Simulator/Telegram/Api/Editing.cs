using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Wire;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>What all edits share: an edit that would change nothing is refused, another is dated and shown.</summary>
public static class Editing
{
    private const string Same =
        "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

    public static Success Edit(this Conversation conversation, int messageId, TimeProvider time, Func<ChatMessage, ChatMessage> change)
    {
        lock (conversation.Gate)
        {
            var before = conversation.Editable(messageId);
            var after = change(before);
            if (JsonNode.DeepEquals(conversation.ToWire(before).ToJson(), conversation.ToWire(after).ToJson()))
                throw RefusedException.BadRequest(Same);
            return new Success(conversation.ToWire(conversation.Edit(after with { EditedAt = time.GetUtcNow() })).ToJson());
        }
    }
}
