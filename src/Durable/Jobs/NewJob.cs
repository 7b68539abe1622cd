namespace Lavka.Durable;

/// <summary>
/// Work for the outside world or for a later time, written by the transaction that decided it. <paramref name="Key"/> is its idempotency key,
/// unique within its kind; <paramref name="Chat"/> is where its result belongs, if anywhere.
/// </summary>
public sealed record NewJob(string Kind, string Key, string Body, ChatKey? Chat, DateTimeOffset Due);
