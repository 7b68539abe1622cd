using System.Globalization;
using Lavka.Talk;

namespace Lavka.Channels.Telegram;

/// <summary>What an answer of the Bot API means for the outbox. The sentences are Telegram's own and are matched by their stable part.</summary>
internal static class Deliveries
{
    public static Delivery Of(Answer<SentMessage> answer, string? target) => answer switch
    {
        Answer<SentMessage>.Ok ok => new Delivery.Sent(ok.Result.MessageId.ToString(CultureInfo.InvariantCulture)),
        Answer<SentMessage>.Failed failed => Of(failed.Fault, target),
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer}."),
    };

    /// <summary>Of an album: one call, and a message for each of its files.</summary>
    public static Delivery Of(Answer<IReadOnlyList<SentMessage>> answer) => answer switch
    {
        Answer<IReadOnlyList<SentMessage>>.Ok ok =>
            new Delivery.Sent(string.Join(',', ok.Result.Select(sent => sent.MessageId.ToString(CultureInfo.InvariantCulture)))),
        Answer<IReadOnlyList<SentMessage>>.Failed failed => Of(failed.Fault, target: null),
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer}."),
    };

    /// <summary>Of erasing a message. Telegram lets a bot delete what is not older than 48 hours; what it no longer has or will not delete is as gone as it can be.</summary>
    public static Delivery Of(Answer<bool> answer, string target) => answer switch
    {
        Answer<bool>.Ok => new Delivery.Sent(target),
        Answer<bool>.Failed { Fault: Fault.Invalid fault } when Says(fault, "message can't be deleted") || Says(fault, "message to delete not found") => new Delivery.Sent(target),
        Answer<bool>.Failed failed => Of(failed.Fault, target),
        _ => throw new InvalidOperationException($"An answer of an unknown kind: {answer}."),
    };

    private static Delivery Of(Fault fault, string? target) => fault switch
    {
        Fault.TooManyCalls many => new Delivery.Wait(many.RetryAfter),
        Fault.Forbidden => new Delivery.Unreachable(fault.Why),
        Fault.Invalid when target is not null && Says(fault, "message is not modified") => new Delivery.Sent(target),
        Fault.Invalid when Says(fault, "chat not found") || Says(fault, "PEER_ID_INVALID") => new Delivery.Unreachable(fault.Why),
        // A group that became a supergroup has another number; only private chats are served, so nobody asks for it.
        Fault.Invalid when Says(fault, "upgraded to a supergroup") => new Delivery.Unreachable(fault.Why),
        Fault.Invalid when target is not null && (Says(fault, "message to edit not found") || Says(fault, "message can't be edited") || Says(fault, "MESSAGE_ID_INVALID"))
            => new Delivery.Gone(fault.Why),
        Fault.Invalid => new Delivery.Refused(fault.Why),
        // A wrong token is the operator's to mend; until then nothing of the customer's is thrown away.
        Fault.Broken or Fault.NotSent or Fault.Unauthorized or Fault.Conflict => new Delivery.Failed(fault.Why),
        Fault.Unanswered => new Delivery.Unknown(fault.Why),
        _ => throw new InvalidOperationException($"A fault of an unknown kind: {fault}."),
    };

    private static bool Says(Fault fault, string part) => fault.Why.Contains(part, StringComparison.OrdinalIgnoreCase);
}
