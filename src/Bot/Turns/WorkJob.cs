using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>The job behind a work of a dialog. Its body is the name of the work; what is to be done is found by asking the dialog again.</summary>
internal static class WorkJob
{
    public const string Kind = "dialog.work";

    /// <summary>A person waits for it: after so many attempts he is told and may decide himself.</summary>
    public const int Patience = 3;

    /// <summary>Also the idempotency key that the work itself is given.</summary>
    public static string Key(ChatKey chat, Work work) => $"{chat}/{work.Key}";
}
