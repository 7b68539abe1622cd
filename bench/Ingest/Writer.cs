using System.Collections.Concurrent;

namespace Lavka.Bench.Ingest;

/// <summary>
/// A chat that writes again as soon as its update was taken, whether or not it was answered. No two of its answers are alike, and the bot says each of them back, so one that
/// was forgotten or taken twice is found out.
/// </summary>
internal sealed class Writer(long chat)
{
    private const int Turns = 5;
    private const string Accepted = "✅ ";

    private readonly ConcurrentDictionary<string, int> _answers = new();
    private int _written;

    public long Chat => chat;

    /// <summary>Answers that the bot acknowledged and never said back.</summary>
    public int Missing => _answers.Values.Count(times => times == 0);

    /// <summary>Answers that the bot said back more than once: how often too much.</summary>
    public int Doubled => _answers.Values.Sum(times => Math.Max(0, times - 1));

    /// <summary>What it writes next.</summary>
    public string Text => _written % Turns == 0 ? "/start" : FormattableString.Invariant($"answer {_written}");

    /// <summary>The bot has taken it.</summary>
    public void Take()
    {
        if (_written % Turns != 0) _answers.TryAdd(Text, 0);
        _written++;
    }

    public void Hear(string text)
    {
        if (!text.StartsWith(Accepted, StringComparison.Ordinal)) return;
        var line = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal));
        _answers.AddOrUpdate(line[(line.LastIndexOf(": ") + 2)..].ToString(), 1, (_, times) => times + 1);
    }
}
