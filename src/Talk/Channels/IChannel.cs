namespace Lavka.Talk;

/// <summary>The way out to one bot of one messenger. Calls are not retried here: order, pace and repetition are the outbox's business.</summary>
public interface IChannel
{
    Task<Delivery> Deliver(Dispatch dispatch, CancellationToken ct);

    /// <summary>Answers a pressed button at once, outside every queue, with a short note or nothing. It may fail unnoticed: a late answer helps nobody.</summary>
    Task Answer(string query, string? note, CancellationToken ct);

    /// <summary>Says no to a payment that is about to be made, at once, outside every queue, with a sentence for the person. It may fail unnoticed: no answer is a no as well, only a slow one.</summary>
    Task Refuse(string query, string why, CancellationToken ct);
}
