using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>A shop as far as commerce needs to know it; made from the settings at start.</summary>
public sealed record Shop(string Id)
{
    /// <summary>The chat in which the owner hears of what needs a person; null when none is configured.</summary>
    public ChatKey? Owner { get; init; }

    /// <summary>The provider that customers top up with, null when none has credentials: then it is not offered.</summary>
    public string? PaymentProvider { get; init; }

    public AmountLimits TopUpLimits { get; init; } = AmountLimits.TopUp;

    /// <summary>The owner's choice (<see cref="Choices"/>) that nearly every screen depends on: it is read together with the customer. Null when there is none.</summary>
    public string? Switch { get; init; }

    /// <summary>In which customers top up. Their wallets in it are read together with them.</summary>
    public Currency Currency => TopUpLimits.Least.Currency;
}
