namespace Lavka.Bot;

/// <summary>How long a person has left the open dialog alone. Times are UTC.</summary>
/// <param name="Since">The last thing that he did.</param>
/// <param name="Armed">When the timer on its way fires; it is set again lazily, so it may come too early and then only looks. Null when there is none.</param>
/// <param name="Reminded">He was reminded of this dialog; it happens once.</param>
public sealed record Quiet(DateTimeOffset Since, DateTimeOffset? Armed = null, bool Reminded = false);
