namespace Lavka.Durable;

/// <summary>Something that could not be done: a poison update, or a job after its last attempt. It waits for a person.</summary>
public sealed record DeadLetter(long Id, string Kind, string Key, string Body, string Error, DateTimeOffset AddedAt);
