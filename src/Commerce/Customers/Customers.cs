using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// Who the people are that write to a shop: one customer, several identities. Every turn asks, so this is plain SQL; the panel reads the same
/// tables through <see cref="CommerceDb"/>.
/// </summary>
public sealed class Customers(StoreTransaction tx)
{
    /// <summary>
    /// The customer behind a person, made at his first update with <paramref name="language"/>; his chat, name and user name are kept up to date.
    /// </summary>
    public async Task<Customer> Meet(string shop, ChatKey chat, Person person, Language language, CancellationToken ct) =>
        (await Meet(new Shop(shop), chat, person, language, ct)).Customer;

    /// <inheritdoc cref="Meet(string, ChatKey, Person, Language, CancellationToken)"/>
    internal async Task<(Customer Customer, Brought? Brought)> Meet(Shop shop, ChatKey chat, Person person, Language language, CancellationToken ct)
    {
        if (await Known(shop, chat.Bot, person, ct) is not var (customer, seen, brought)) return (await Welcome(shop.Id, chat, person, language, ct), null);
        if (seen != (chat.Chat, person.Name, person.Username))
            await tx.Sql("update identities set chat = @chat, name = @name, username = @username where bot = @bot and person = @person",
                ("chat", chat.Chat), ("name", person.Name), ("username", person.Username), ("bot", chat.Bot.Value), ("person", person.Id)).Run(ct);
        return (customer, brought);
    }

    /// <summary>Whose private chat it is, null when nobody ever wrote in it.</summary>
    public Task<Customer?> In(ChatKey chat, CancellationToken ct) =>
        tx.Sql("""
            select c.id, c.shop, c.language, c.blocked_at, c.created_at from identities i join customers c on c.id = i.customer
            where i.bot = @bot and i.chat = @chat
            """, ("bot", chat.Bot.Value), ("chat", chat.Chat)).First(Read, ct);

    public Task Speak(Customer customer, Language language, CancellationToken ct)
    {
        customer.Language = language;
        return tx.Sql("update customers set language = @language where id = @id", ("language", language), ("id", customer.Id.Value)).Run(ct);
    }

    /// <summary>Blocks or unblocks; the first moment of a block is kept.</summary>
    public Task Block(Customer customer, bool blocked, CancellationToken ct)
    {
        customer.BlockedAt = blocked ? customer.BlockedAt ?? tx.Now : null;
        return tx.Sql("update customers set blocked_at = @at where id = @id", ("at", customer.BlockedAt), ("id", customer.Id.Value)).Run(ct);
    }

    private Task<(Customer Customer, (string Chat, string Name, string? Username) Seen, Brought Brought)?> Known(Shop shop, BotId bot, Person person, CancellationToken ct) => tx.Sql("""
        select c.id, c.shop, c.language, c.blocked_at, c.created_at, i.chat, i.name, i.username, coalesce(a.balance, 0),
          (select value from choices where choices.shop = @shop and choices.name = @switch order by number desc limit 1)
        from identities i join customers c on c.id = i.customer left join ledger_accounts a on a.id = 'Wallet/' || c.id || '/' || @currency
        where i.bot = @bot and i.person = @person
        """, ("bot", bot.Value), ("person", person.Id), ("shop", shop.Id), ("switch", shop.Switch ?? ""), ("currency", shop.Currency.Code))
        .First<(Customer, (string, string, string?), Brought)?>(
            row => (Read(row), (row.Text(5), row.Text(6), row.TextOrNull(7)), new Brought(new Money(row.Long(8), shop.Currency), row.TextOrNull(9))), ct);

    private async Task<Customer> Welcome(string shop, ChatKey chat, Person person, Language language, CancellationToken ct)
    {
        var customer = new Customer { Id = CustomerId.New(), Shop = shop, Language = language, CreatedAt = tx.Now };
        await tx.Sql("insert into customers (id, shop, language, created_at) values (@id, @shop, @language, @now)",
            ("id", customer.Id.Value), ("shop", shop), ("language", language), ("now", tx.Now)).Run(ct);
        await tx.Sql("insert into identities (bot, person, chat, customer, name, username) values (@bot, @person, @chat, @customer, @name, @username)",
            ("bot", chat.Bot.Value), ("person", person.Id), ("chat", chat.Chat), ("customer", customer.Id.Value),
            ("name", person.Name), ("username", person.Username)).Run(ct);
        return customer;
    }

    private static Customer Read(Row row) => new()
    {
        Id = new CustomerId(row.Text(0)), Shop = row.Text(1), Language = row.Named<Language>(2), BlockedAt = row.TimeOrNull(3), CreatedAt = row.Time(4),
    };
}
