using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>A customer of one shop. Blocked means by the shop; whether a chat can be reached is the chat's matter.</summary>
public sealed class Customer
{
    public required CustomerId Id { get; init; }

    public required string Shop { get; init; }

    public required Language Language { get; set; }

    public DateTimeOffset? BlockedAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsBlocked => BlockedAt is not null;
}
