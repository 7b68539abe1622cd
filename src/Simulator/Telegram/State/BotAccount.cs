using System.Collections.Concurrent;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.State;

/// <summary>A bot: who it is, its chats, and the way its updates travel.</summary>
public sealed class BotAccount : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, Conversation> _conversations = new();
    private readonly TimeProvider _time;

    public BotAccount(long id, BotRegistration registration, WebhookReplies replies, Faults faults, TimeProvider time)
    {
        (Id, Registration, _time) = (id, registration, time);
        Updates = new UpdateDelivery(this, replies, faults, time);
    }

    public long Id { get; }

    public BotRegistration Registration { get; }

    public CommandMenu Commands { get; } = new();

    public UpdateDelivery Updates { get; }

    public Conversation With(Person person) => _conversations.GetOrAdd(person.Id, _ => new Conversation(this, person, _time));

    /// <summary>Forgets every chat and every update on its way; the webhook and the commands stay.</summary>
    public void Forget()
    {
        _conversations.Clear();
        Updates.Forget();
    }

    public ValueTask DisposeAsync() => Updates.DisposeAsync();
}
