using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Lavka.Simulator.Telegram.State;

/// <summary>Tells every listener of a chat everything from the moment he began to listen, in order.</summary>
public sealed class ConversationEvents
{
    private readonly ConcurrentDictionary<Channel<ConversationEvent>, byte> _listeners = new();

    public void Publish(ConversationEvent happened)
    {
        foreach (var (listener, _) in _listeners)
            listener.Writer.TryWrite(happened);
    }

    /// <summary>Listens from this call on, not from the first step of the enumeration.</summary>
    public IAsyncEnumerable<ConversationEvent> Listen(CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<ConversationEvent>();
        _listeners[listener] = 0;
        return Read(listener, cancellationToken);
    }

    private async IAsyncEnumerable<ConversationEvent> Read(
        Channel<ConversationEvent> listener,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var happened in listener.Reader.ReadAllAsync(cancellationToken))
                yield return happened;
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }
    }
}
