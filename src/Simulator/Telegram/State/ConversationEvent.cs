namespace Lavka.Simulator.Telegram.State;

/// <summary>What a person who looks at the chat would see happen.</summary>
public abstract record ConversationEvent
{
    private ConversationEvent()
    {
    }

    public sealed record Sent(ChatMessage Message) : ConversationEvent;

    public sealed record Edited(ChatMessage Message) : ConversationEvent;

    public sealed record Deleted(int MessageId) : ConversationEvent;

    public sealed record InputChanged(InputArea Input) : ConversationEvent;

    public sealed record Blocked(bool IsBlocked) : ConversationEvent;

    public sealed record Acting(string Action) : ConversationEvent;
}
