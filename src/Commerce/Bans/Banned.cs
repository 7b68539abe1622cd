using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>Somebody who is not heard now because he sent too much in too short a time.</summary>
/// <param name="Chat">The messenger's id of his chat.</param>
/// <param name="Name">What he calls himself; the id when the shop does not know him.</param>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Left">How long he is still not heard.</param>
public sealed record Banned(string Chat, string Name, DateTimeOffset Since, TimeSpan Left)
{
    private const string Lasting = """
        select b.chat, coalesce(i.name, b.chat), b.since, b.until from bans b left join identities i on i.bot = b.bot and i.chat = b.chat
        where b.bot = @bot and b.until > @now
        """;

    /// <summary>Those of the bot at this desk, the youngest ban first.</summary>
    /// <exception cref="InvalidOperationException">Somebody else than the owner asks: a mistake of the shop's author.</exception>
    public static Task<IReadOnlyList<Banned>> Of(Desk desk, int count, CancellationToken ct)
    {
        var now = Now(desk);
        return desk.Transaction.Sql($"{Lasting} order by b.since desc, b.chat limit @count", ("bot", desk.Chat.Bot.Value), ("now", now), ("count", count))
            .All(row => Read(row, now), ct);
    }

    /// <summary>The one in this chat; null when he is heard.</summary>
    /// <inheritdoc cref="Of"/>
    public static Task<Banned?> In(Desk desk, string chat, CancellationToken ct)
    {
        var now = Now(desk);
        return desk.Transaction.Sql($"{Lasting} and b.chat = @chat", ("bot", desk.Chat.Bot.Value), ("now", now), ("chat", chat)).First(row => Read(row, now), ct);
    }

    private static DateTimeOffset Now(Desk desk) =>
        desk.IsOwner ? desk.Transaction.SharedNow : throw new InvalidOperationException("Only the owner sees who is not heard.");

    private static Banned Read(Row row, DateTimeOffset now) => new(row.Text(0), row.Text(1), row.Time(2), row.Time(3) - now);
}
