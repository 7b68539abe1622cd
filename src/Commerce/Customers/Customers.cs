using Lavka.Durable;
using Lavka.Talk;
using Microsoft.EntityFrameworkCore;

namespace Lavka.Commerce;

/// <summary>Who the people are that write to a shop: one customer, several identities.</summary>
public sealed class Customers(CommerceDb db, StoreTransaction tx)
{
    /// <summary>The customer behind a person, made at his first update with <paramref name="language"/>; his chat, name and user name are kept up to date.</summary>
    public async Task<Customer> Meet(string shop, ChatKey chat, Person person, Language language, CancellationToken ct)
    {
        if (await db.Identities.FindAsync([chat.Bot.Value, person.Id], ct) is { } known)
        {
            (known.Chat, known.Name, known.Username) = (chat.Chat, person.Name, person.Username);
            await db.SaveChangesAsync(ct);
            return await Get(known.CustomerId, ct);
        }
        var customer = new Customer { Id = CustomerId.New(), Shop = shop, Language = language, CreatedAt = tx.Now };
        db.Add(customer);
        db.Add(new Identity { Bot = chat.Bot.Value, Person = person.Id, Chat = chat.Chat, CustomerId = customer.Id, Name = person.Name, Username = person.Username });
        await db.SaveChangesAsync(ct);
        return customer;
    }

    /// <summary>Whose chat it is, null when nobody ever wrote in it.</summary>
    public async Task<Customer?> In(ChatKey chat, CancellationToken ct) =>
        await db.Identities.FirstOrDefaultAsync(identity => identity.Bot == chat.Bot.Value && identity.Chat == chat.Chat, ct) is { } identity
            ? await Get(identity.CustomerId, ct)
            : null;

    public async Task Speak(Customer customer, Language language, CancellationToken ct)
    {
        customer.Language = language;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Blocks or unblocks; the first moment of a block is kept.</summary>
    public async Task Block(Customer customer, bool blocked, CancellationToken ct)
    {
        customer.BlockedAt = blocked ? customer.BlockedAt ?? tx.Now : null;
        await db.SaveChangesAsync(ct);
    }

    private async Task<Customer> Get(CustomerId id, CancellationToken ct) =>
        await db.Customers.FindAsync([id], ct) ?? throw new InvalidOperationException($"The customer {id} has an identity and no row.");
}
