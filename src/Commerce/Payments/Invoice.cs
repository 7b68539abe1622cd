namespace Lavka.Commerce;

/// <summary>What became of a request for an invoice.</summary>
public abstract record Invoice
{
    private Invoice()
    {
    }

    /// <summary>It can be paid at <paramref name="PayUrl"/> until <paramref name="ExpiresAt"/> (UTC).</summary>
    public sealed record Issued(string TrackId, string PayUrl, DateTimeOffset ExpiresAt) : Invoice;

    /// <summary>The provider will not issue it: asking again is useless.</summary>
    public sealed record Refused(string Why) : Invoice;

    /// <summary>No answer, or an error of the provider's own: ask again. An invoice that was made all the same is never shown to anybody.</summary>
    public sealed record Unavailable(string Why) : Invoice;
}
