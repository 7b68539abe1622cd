using Lavka.Durable;
using Microsoft.EntityFrameworkCore;

namespace Lavka.Commerce;

/// <summary>What this room brings to the program that hosts it.</summary>
public static class CommerceRoom
{
    /// <summary>Its tables; they come after those of the durable room.</summary>
    public static Schema Schema { get; } = Schema.Of(typeof(CommerceRoom).Assembly, "Commerce");

    /// <summary>Its work for the outside world, whatever the shop.</summary>
    public static IReadOnlyList<Job> Jobs(PaymentProviders providers) => [new CreateInvoice(providers), new CheckPayment(providers), AlertJob.Instance];

    /// <summary>Builds what EF Core builds once, about a second's work, so that no customer waits for it. It only reads.</summary>
    public static Task WarmUp(Store store, CancellationToken ct) => store.Read(
        async (tx, stop) =>
        {
            await using var db = CommerceDb.Join(tx);
            return await db.Orders.AnyAsync(stop) | await db.Payments.AnyAsync(stop);
        },
        ct);
}
