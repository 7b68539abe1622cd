namespace Lavka.Bot;

/// <summary>What a <see cref="RateLimit"/> says to an update.</summary>
public enum Ruling
{
    Accepted,

    /// <summary>It is one too many: from now on the person is banned, and he is told so once.</summary>
    Bans,

    /// <summary>The person is banned: nobody hears of it.</summary>
    Rejected,
}
