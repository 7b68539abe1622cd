namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>The updates of one bot in the order of their arrival, and the queues they form.</summary>
public sealed class PendingUpdates(TimeProvider time)
{
    private const int FarAbove = 10;
    private const int FarBelow = 200_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<PendingUpdate> _all = [];
    private readonly Dictionary<long, Queue<PendingUpdate>> _queues = [];
    private long _end;

    public int Count
    {
        get
        {
            lock (_gate)
                return _all.Count;
        }
    }

    public IReadOnlyList<PendingUpdate> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public IReadOnlyList<long> Queues
    {
        get
        {
            lock (_gate)
                return [.. _all.Select(update => update.Queue).Distinct()];
        }
    }

    public void Add(PendingUpdate update)
    {
        lock (_gate)
        {
            update.Place = _all.AddLast(update);
            _end = update.Id + 1;
            if (!_queues.TryGetValue(update.Queue, out var queue))
                _queues[update.Queue] = queue = new Queue<PendingUpdate>();
            queue.Enqueue(update);
        }
    }

    public void Remove(PendingUpdate update)
    {
        lock (_gate)
            Drop(update);
    }

    /// <summary>The update whose turn it is in the queue; null when the queue is empty.</summary>
    public PendingUpdate? HeadOf(long queueNumber)
    {
        lock (_gate)
        {
            if (!_queues.TryGetValue(queueNumber, out var queue))
                return null;
            while (queue.TryPeek(out var head))
            {
                if (head.Place is not null)
                    return head;
                queue.Dequeue();
            }
            _queues.Remove(queueNumber);
            return null;
        }
    }

    /// <summary>
    /// What getUpdates gives: forgets everything below the offset, then takes up to the limit in order.
    /// A negative offset counts from the end and forgets what is before. An offset far from the newest update (10 above, 200,000 below) is of another row of
    /// numbers: nothing is forgotten (TQueue.cpp). Expired updates are dropped on the way.
    /// </summary>
    public IReadOnlyList<PendingUpdate> From(long offset, int limit)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var isOurs = offset <= _end + FarAbove && offset >= _end - FarBelow;
            DropWhere(update => update.ExpiresAt < now || (isOurs && update.Id < offset));
            if (offset < 0)
                DropFirst(_all.Count + (int)Math.Max(offset, -_all.Count));
            return [.. _all.Take(limit)];
        }
    }

    public void Clear()
    {
        lock (_gate)
            DropFirst(_all.Count);
    }

    private void DropWhere(Predicate<PendingUpdate> isGone)
    {
        for (var place = _all.First; place is not null;)
        {
            var next = place.Next;
            if (isGone(place.Value))
                Drop(place.Value);
            place = next;
        }
    }

    private void DropFirst(int count)
    {
        for (; count > 0; count--)
            Drop(_all.First!.Value);
    }

    private void Drop(PendingUpdate update)
    {
        if (update.Place is not { } place)
            return;
        update.Place = null;
        _all.Remove(place);
    }
}
