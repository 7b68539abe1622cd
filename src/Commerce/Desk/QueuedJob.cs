namespace Lavka.Commerce;

/// <summary>
/// A piece of work that a decision asks for: plain data, so that a pure process can return it. Without <paramref name="Due"/> it runs at once.
/// </summary>
public sealed record QueuedJob(string Job, string Key, string Args, DateTimeOffset? Due);
