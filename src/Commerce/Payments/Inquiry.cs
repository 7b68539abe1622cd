namespace Lavka.Commerce;

/// <summary>What a provider answered about an invoice.</summary>
public abstract record Inquiry
{
    private Inquiry()
    {
    }

    public sealed record Found(Observation Observation) : Inquiry;

    /// <summary>The provider does not know the invoice, or does not let us see it.</summary>
    public sealed record NotFound(string Why) : Inquiry;

    /// <summary>No answer, or an error of the provider's own: ask again.</summary>
    public sealed record Unavailable(string Why) : Inquiry;
}
