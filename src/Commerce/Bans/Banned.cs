namespace Lavka.Commerce;

/// <summary>Somebody who is not heard now because he sent too much in too short a time.</summary>
/// <param name="Chat">The messenger's id of his chat.</param>
/// <param name="Name">What he calls himself; the id when the shop does not know him.</param>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Left">How long he is still not heard.</param>
public sealed record Banned(string Chat, string Name, DateTimeOffset Since, TimeSpan Left)
{
    /// <summary>Those of the bot at this desk, the youngest ban first.</summary>
    /// <exception cref="InvalidOperationException">Somebody else than the owner asks: a mistake of the shop's author.</exception>
    public static Task<IReadOnlyList<Banned>> Of(Desk desk, int count, CancellationToken ct)
    {
        if (!desk.IsOwner) throw new InvalidOperationException("Only the owner sees who is not heard.");
        var now = desk.Transaction.SharedNow;
        return desk.Transaction.Sql("""
            select b.chat, coalesce(i.name, b.chat), b.since, b.until from bans b left join identities i on i.bot = b.bot and i.chat = b.chat
            where b.bot = @bot and b.until > @now order by b.since desc, b.chat limit @count
            """, ("bot", desk.Chat.Bot.Value), ("now", now), ("count", count)).All(row => new Banned(row.Text(0), row.Text(1), row.Time(2), row.Time(3) - now), ct);
    }
}
