using System.Text.Json.Nodes;
using Lavka.Simulator.Telegram.Api;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>Every accepted call in the order of acceptance, except getUpdates, which would drown the rest.</summary>
public sealed class CallLog(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<AcceptedCall> _calls = [];
    private long _count;

    public void Add(long botId, string method, Arguments arguments, JsonNode result)
    {
        if (method == GetUpdates.MethodName)
            return;
        var (chat, parameters, at) = (arguments.Integer("chat_id"), arguments.ToJson(), time.GetUtcNow().ToUnixTimeMilliseconds());
        lock (_gate)
            _calls.Add(new AcceptedCall(++_count, botId, method, chat, parameters, result.DeepClone(), at));
    }

    /// <summary>The calls whose number is above the given one; of all bots when none is named.</summary>
    public IReadOnlyList<AcceptedCall> After(long number, long? botId)
    {
        lock (_gate)
            return [.. _calls.Skip(Known(number)).Where(call => botId is null || call.Bot == botId)];
    }

    /// <summary>Forgets the calls; numbers go on.</summary>
    public void Clear()
    {
        lock (_gate)
            _calls.Clear();
    }

    /// <summary>How many of them are not above the number: they are numbered without gaps, so whoever asks often is answered quickly.</summary>
    private int Known(long number) => _calls.Count == 0 ? 0 : (int)Math.Clamp(number - _calls[0].N + 1, 0, _calls.Count);
}
