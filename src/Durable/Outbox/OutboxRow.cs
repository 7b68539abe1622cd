namespace Lavka.Durable;

/// <summary>
/// Something to be done to a chat. <paramref name="Seq"/> is the chat's own counter, given by its turns: rows go out in that order.
/// An edit names its message either by the row that sends it (<paramref name="EditsSeq"/>) or by the messenger's id
/// (<paramref name="EditsMessage"/>, which prevails).
/// <paramref name="File"/> is an id of <see cref="Files"/>.
/// </summary>
public sealed record OutboxRow(ChatKey Chat, long Seq, string Act, long? EditsSeq, string? EditsMessage, string Body, Urgency Urgency, string? File)
{
    /// <summary>What <see cref="Body"/> was written from, as long as it is still at hand; not stored.</summary>
    public object? Original { get; init; }

    /// <summary>The message that it changes is known to have been sent; not stored.</summary>
    public bool IsChangeOfSent { get; init; }

    /// <summary>It will not be dropped for lack of a message to change.</summary>
    public bool IsSure => EditsSeq is null || EditsMessage is not null || IsChangeOfSent;
}
