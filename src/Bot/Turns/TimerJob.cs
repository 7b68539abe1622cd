using Lavka.Durable;

namespace Lavka.Bot;

/// <summary>The job behind the deadline of an open dialog. Its body is the dialog's id; one that finds another dialog, or none, is simply done.</summary>
internal static class TimerJob
{
    public const string Kind = "dialog.timer";

    public static NewJob At(DateTimeOffset due, ChatKey chat, string dialog) =>
        new(Kind, FormattableString.Invariant($"{chat}/{dialog}/{due.ToUnixTimeMilliseconds()}"), dialog, chat, due);
}
