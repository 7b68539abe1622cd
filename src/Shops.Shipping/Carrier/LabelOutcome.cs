namespace Lavka.Shops.Shipping;

/// <summary>How buying a label ended. Except for <see cref="Bought"/> and <see cref="AlreadyExists"/> nothing was bought and nothing was paid.</summary>
public abstract record LabelOutcome
{
    private LabelOutcome()
    {
    }

    public sealed record Bought(Label Label) : LabelOutcome;

    /// <summary>The external id was used before: an earlier attempt did buy the label. Look it up (shipping:E14).</summary>
    public sealed record AlreadyExists : LabelOutcome;

    /// <summary>The rate can no longer be bought: quote again, and ask the customer if the price differs (shipping:E09).</summary>
    public sealed record RateExpired : LabelOutcome;

    /// <summary>The merchant's wallet at the carrier is too low: the owner's business, not the customer's (shipping:E15).</summary>
    public sealed record NoFunds(string Why) : LabelOutcome;

    /// <summary>Anything else that the vendor refused; trying the same again would be refused again.</summary>
    public sealed record Refused(string Why) : LabelOutcome;
}
