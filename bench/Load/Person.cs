using System.Diagnostics;

namespace Lavka.Bench.Load;

/// <summary>
/// Somebody who fills the form over and over, never more than one message ahead: he writes again when his message was acknowledged and the answer has come.
/// Each of his forms has answers of its own, so that what the bot says shows whether it kept them.
/// </summary>
/// <param name="chat">His chat.</param>
/// <param name="written">How much of the form he has written already.</param>
internal sealed class Person(long chat, int written = 0)
{
    private readonly Lock _lock = new();
    private int _form;
    private int _at = written - 1;
    private long _wrote;
    private bool _isAcknowledged = true;
    private bool _isAnswered = true;

    public enum Answer
    {
        Right,
        Wrong,
        Doubled,
    }

    public long Chat => chat;

    /// <summary>How many messages he has written.</summary>
    public int Messages { get; private set; }

    public bool IsWaiting
    {
        get
        {
            lock (_lock) return !_isAnswered || !_isAcknowledged;
        }
    }

    /// <summary>What he writes next; <c>/start</c> is the first of five.</summary>
    public string Write()
    {
        lock (_lock)
        {
            Messages++;
            if (++_at == 5) (_at, _form) = (0, _form + 1);
            (_isAcknowledged, _isAnswered, _wrote) = (false, false, Stopwatch.GetTimestamp());
            return Written(_at);
        }
    }

    /// <summary>True when he may write again.</summary>
    public bool Acknowledge()
    {
        lock (_lock)
        {
            _isAcknowledged = true;
            return _isAnswered;
        }
    }

    /// <summary>What he thinks of the bot's message, how long he has waited for it, and whether he may write again.</summary>
    public (Answer Answer, TimeSpan Waited, bool IsReady) Hear(string text)
    {
        lock (_lock)
        {
            if (_isAnswered) return (Answer.Doubled, TimeSpan.Zero, false);
            _isAnswered = true;
            return (Fits(text) ? Answer.Right : Answer.Wrong, Stopwatch.GetElapsedTime(_wrote), _isAcknowledged);
        }
    }

    private bool Fits(string text) => _at switch
    {
        4 => text.EndsWith($"Saved: {Written(1)} {Written(2)} {Written(3)}", StringComparison.Ordinal),
        0 => text.Contains('?', StringComparison.Ordinal),
        _ => text.Contains(Written(_at), StringComparison.Ordinal) && !text.Contains("Saved", StringComparison.Ordinal),
    };

    private string Written(int at) => at switch
    {
        0 => "/start",
        4 => "yes",
        _ => FormattableString.Invariant($"{Names[at - 1]} {chat % 1000}-{_form}"),
    };

    private static IReadOnlyList<string> Names { get; } = ["Ann", "Lee", "Paris"];
}
