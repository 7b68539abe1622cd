using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>What goes wrong on request: all but the last two strike calls of the bot, the last two updates for it.</summary>
public enum FaultKind
{
    /// <summary>Too many requests, with <c>retry_after</c>.</summary>
    [JsonStringEnumMemberName("429")]
    TooManyRequests,

    /// <summary>The person blocked the bot.</summary>
    [JsonStringEnumMemberName("403")]
    Blocked,

    /// <summary>Telegram itself fails; nothing was carried out.</summary>
    [JsonStringEnumMemberName("500")]
    ServerError,

    /// <summary>Something in between gave up; nothing was carried out, but the caller cannot know.</summary>
    [JsonStringEnumMemberName("504")]
    GatewayTimeout,

    /// <summary>The call is carried out after a while.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>The call is held for a while and dropped without an answer. Nothing was carried out.</summary>
    [JsonStringEnumMemberName("timeout")]
    TimeOut,

    /// <summary>The call is carried out, but the connection drops instead of an answer.</summary>
    [JsonStringEnumMemberName("lose")]
    Lose,

    /// <summary>The update comes a second time, with the same number, right after it was taken.</summary>
    [JsonStringEnumMemberName("duplicate")]
    Duplicate,

    /// <summary>The update is held for a while, and what happens later comes first.</summary>
    [JsonStringEnumMemberName("disorder")]
    Disorder,
}
