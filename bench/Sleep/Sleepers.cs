using System.Globalization;
using Lavka.Durable;

namespace Lavka.Bench.Sleep;

/// <summary>Copies the chat of one person, who was left in the middle of the form, so often that it looks as if many people had stopped there.</summary>
internal static class Sleepers
{
    private const string Numbers = "with recursive numbers (number) as (select @first union all select number + 1 from numbers where number < @last)";

    private static readonly string[] Copies =
    [
        $"""
        insert into customers (id, shop, language, created_at)
        {Numbers} select 'sleeper-' || number, c.shop, c.language, c.created_at from numbers, customers c where c.id = (select customer from identities where chat = @original)
        """,
        $"""
        insert into identities (bot, person, chat, customer, name, username)
        {Numbers} select i.bot, cast(number as text), cast(number as text), 'sleeper-' || number, i.name, 'ann' || number from numbers, identities i where i.chat = @original
        """,
        $"""
        insert into chats (bot, chat, version, state)
        {Numbers} select c.bot, cast(number as text), c.version, replace(c.state, @original, cast(number as text)) from numbers, chats c where c.chat = @original
        """,
    ];

    /// <summary>The number of every copy's chat stands wherever that of the first one did.</summary>
    public static async Task Copy(string database, long original, long first, int count, CancellationToken ct)
    {
        await using var store = Store.Open(database, TimeProvider.System);
        await store.Write(async (tx, stop) =>
        {
            foreach (var copy in Copies)
                await tx.Sql(copy, ("first", first), ("last", first + count - 1), ("original", original.ToString(CultureInfo.InvariantCulture))).Run(stop);
        }, ct);
    }
}
