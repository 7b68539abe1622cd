using Lavka.Simulator.Telegram.Api;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>Every refused call in order.</summary>
public sealed class RefusalLog(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<RefusedCall> _calls = [];
    private long _count;

    public void Add(long? botId, string method, Arguments? arguments, RefusedException refusal)
    {
        var (parameters, at) = (arguments?.ToJson(), time.GetUtcNow().ToUnixTimeMilliseconds());
        lock (_gate)
            _calls.Add(new RefusedCall(++_count, botId, method, parameters, refusal.Code, refusal.Message, at));
    }

    public IReadOnlyList<RefusedCall> Of(long? botId)
    {
        lock (_gate)
            return [.. _calls.Where(call => botId is null || call.Bot == botId)];
    }

    public void Clear()
    {
        lock (_gate)
            _calls.Clear();
    }
}
