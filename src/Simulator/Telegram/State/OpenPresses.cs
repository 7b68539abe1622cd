using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Lavka.Simulator.Telegram.State;

/// <summary>Presses of inline buttons that wait for answerCallbackQuery. Telegram takes one answer within about 15 seconds and none later.</summary>
public sealed class OpenPresses(TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, Press> _presses = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Queue<Press> _byAge = new();

    /// <summary>A new press with a number of its own.</summary>
    public Press Open(Conversation chat)
    {
        var number = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) & long.MaxValue;
        return Open(chat.Bot.Id, number.ToString(CultureInfo.InvariantCulture), chat);
    }

    public Press Open(long botId, string id, Conversation? chat = null)
    {
        lock (_gate)
        {
            ForgetOld();
            var press = new Press(id, botId, chat, time.GetUtcNow());
            _byAge.Enqueue(press);
            return _presses[id] = press;
        }
    }

    /// <summary>Gives the answer to whoever waits; null when the press is unknown, another bot's, answered already or too old.</summary>
    public Press? Answer(long botId, string id, PressAnswer answer) =>
        _presses.TryGetValue(id, out var press) && press.BotId == botId && _presses.TryRemove(id, out _) && !IsTooOld(press) && press.Answer(answer)
            ? press
            : null;

    public void Clear()
    {
        lock (_gate)
        {
            _presses.Clear();
            _byAge.Clear();
        }
    }

    private void ForgetOld()
    {
        while (_byAge.TryPeek(out var oldest) && IsTooOld(oldest))
            _presses.TryRemove(KeyValuePair.Create(oldest.Id, _byAge.Dequeue()));
    }

    private bool IsTooOld(Press press) => time.GetUtcNow() - press.At > Patience;
}
