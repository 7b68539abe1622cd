namespace Lavka.Bot;

/// <summary>How fast a person writes, as his chat keeps it: bounded, whatever he does.</summary>
/// <param name="Last">When his latest update was counted, UTC milliseconds; while he is banned, when the ban began.</param>
/// <param name="Gaps">How many milliseconds lie between the counted updates before it, the newest first; null when nothing else was counted within the window.</param>
/// <param name="IsBan">He is banned, for as long as the bot's <see cref="RateLimit"/> says.</param>
public sealed record Tempo(long Last, IReadOnlyList<int>? Gaps = null, bool IsBan = false);
