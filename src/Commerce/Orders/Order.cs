namespace Lavka.Commerce;

/// <summary>
/// An order of whatever shop: its process, the name of its state, and the whole state as JSON in the shop's own words.
/// The version grows by one with every change and guards it.
/// </summary>
public sealed class Order
{
    public required OrderId Id { get; init; }

    public required string Shop { get; init; }

    public required CustomerId CustomerId { get; init; }

    /// <summary>Which process runs it; also who can read <see cref="Details"/>.</summary>
    public required string Process { get; init; }

    public required string State { get; set; }

    public long Version { get; set; }

    public required string Details { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }
}
