using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>What goes wrong on request.</summary>
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

    /// <summary>The call is carried out after a while.</summary>
    [JsonStringEnumMemberName("slow")]
    Slow,

    /// <summary>The call is carried out, but the connection drops instead of an answer.</summary>
    [JsonStringEnumMemberName("lose")]
    Lose,
}
