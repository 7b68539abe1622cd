namespace Lavka.Bot;

/// <summary>How fast a bot may send. The defaults are Telegram's (core.telegram.org/bots/faq, "My bot is hitting limits"): answers are not limited, bulk and each single chat are.</summary>
public sealed record SenderOptions
{
    /// <summary>Telegram allows "short bursts" and names no number.</summary>
    public const int UsualChatBurst = 20;

    /// <summary>Calls on their way to the messenger at once; a chat has one at most, which keeps its order.</summary>
    public int Parallel { get; init; } = 64;

    /// <summary>All calls, a second, once the messenger has asked for silence; before that they are not limited.</summary>
    public int PerSecondAfterSilence { get; init; } = 30;

    /// <summary>Messages within any second, whenever one that nobody waits for is among them.</summary>
    public int BulkPerSecond { get; init; } = 30;

    /// <summary>Bulk may be paid for (Telegram's allow_paid_broadcast).</summary>
    public bool PaidBroadcast { get; init; }

    /// <summary>New messages that one chat may get at once; after that it gets one a second.</summary>
    public int ChatBurst { get; init; } = UsualChatBurst;

    /// <summary>
    /// With Telegram's paid broadcast: 1,000 a second (core.telegram.org/bots/api, allow_paid_broadcast). Calls that are made a second apart may arrive closer together, and one
    /// 429 costs a second of silence: a few are left free for that.
    /// </summary>
    public static SenderOptions Paid { get; } = new() { PaidBroadcast = true, BulkPerSecond = 985, PerSecondAfterSilence = 985 };
}
