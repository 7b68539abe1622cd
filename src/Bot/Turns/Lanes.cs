using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>
/// One lane a chat: what happens in one chat is handled one after another, chats run side by side. Of those who wait, the one with the smallest number goes first,
/// so messages and presses that came together are taken in the order in which the messenger numbered them (faults:F6).
/// </summary>
public sealed class Lanes
{
    private readonly Dictionary<ChatKey, PriorityQueue<TaskCompletionSource, (long Number, long Arrival)>> _lanes = [];
    private readonly Lock _lock = new();
    private long _arrivals;

    /// <summary>Completes when the lane is free; disposing the pass frees it. Cancellation leaves the queue without disturbing it.</summary>
    public async Task<IDisposable> Enter(ChatKey chat, long number, CancellationToken ct)
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_lanes.TryGetValue(chat, out var waiting)) waiting.Enqueue(turn, (number, _arrivals++));
            else
            {
                _lanes.Add(chat, new());
                turn.SetResult();
            }
        }
        using (ct.UnsafeRegister(static (waiter, token) => ((TaskCompletionSource)waiter!).TrySetCanceled(token), turn)) await turn.Task;
        return new Pass(this, chat);
    }

    private void Leave(ChatKey chat)
    {
        lock (_lock)
        {
            var waiting = _lanes[chat];
            while (waiting.TryDequeue(out var next, out _))
                if (next.TrySetResult()) return;
            _lanes.Remove(chat);
        }
    }

    private sealed class Pass(Lanes lanes, ChatKey chat) : IDisposable
    {
        private Lanes? _lanes = lanes;

        public void Dispose() => Interlocked.Exchange(ref _lanes, null)?.Leave(chat);
    }
}
