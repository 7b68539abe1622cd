using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>What a press came to.</summary>
public sealed record PressView(bool Alert, string? Url = null, bool? TimedOut = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Text { get; init; }
}
