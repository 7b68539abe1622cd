using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A whole chat as it is shown now.</summary>
public sealed record ChatState(IReadOnlyList<MessageView> Messages, bool Blocked)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ReplyKeyboardView? ReplyKeyboard { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public ForceReplyView? ForceReply { get; init; }

    /// <summary>For tests: the messages which now show buttons that a person could press.</summary>
    public IReadOnlyList<int>? LiveKeyboards { get; init; }
}
