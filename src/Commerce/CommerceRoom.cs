using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>What this room brings to the program that hosts it.</summary>
public static class CommerceRoom
{
    /// <summary>Its tables; they come after those of the durable room.</summary>
    public static Schema Schema { get; } = Schema.Of(typeof(CommerceRoom).Assembly, "Commerce");

    /// <summary>Its work for the outside world, whatever the shop.</summary>
    public static IReadOnlyList<Job> Jobs(PaymentProviders providers) => [new CreateInvoice(providers), new CheckPayment(providers), AlertJob.Instance];
}
