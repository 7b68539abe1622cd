namespace Lavka.Bot;

/// <summary>How fast a bot may send. The defaults are Telegram's (core.telegram.org/bots/faq): answers are not limited, bulk is, 30 a second.</summary>
public sealed record SenderOptions
{
    /// <summary>Calls on their way to the messenger at once; a chat has one at most, which keeps its order.</summary>
    public int Parallel { get; init; } = 64;

    /// <summary>All calls, a second, once the messenger has asked for silence; before that they are not counted.</summary>
    public int PerSecondAfterSilence { get; init; } = 30;

    /// <summary>Messages nobody waits for, a second.</summary>
    public int BulkPerSecond { get; init; } = 30;
}
