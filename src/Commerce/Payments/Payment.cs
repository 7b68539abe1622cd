using Lavka.Durable;

namespace Lavka.Commerce;

/// <summary>
/// A top-up of a customer's wallet, possibly on the way to an order. <see cref="PaidAt"/> is the fact (the provider confirmed the money),
/// <see cref="FulfilledAt"/> the effect (it is in the wallet). What was asked for and what was credited are both kept.
/// </summary>
public sealed class Payment
{
    public required PaymentId Id { get; init; }

    public required string Shop { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required string Bot { get; init; }

    public required string Chat { get; init; }

    public required string Provider { get; init; }

    public PaymentState State { get; private set; }

    public long Version { get; private set; }

    public required Currency Currency { get; init; }

    public required long RequestedMinor { get; init; }

    public long? CreditedMinor { get; private set; }

    /// <summary>The provider's id, text with its leading zeros.</summary>
    public string? TrackId { get; private set; }

    public string? PayUrl { get; private set; }

    /// <summary>The order that the customer wants to pay afterwards.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>Where the shop continues with that order.</summary>
    public string? ReturnRoute { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    public DateTimeOffset? PaidAt { get; private set; }

    public DateTimeOffset? FulfilledAt { get; private set; }

    public Money Requested => new(RequestedMinor, Currency);

    public Money? Credited => CreditedMinor is { } minor ? new Money(minor, Currency) : null;

    /// <summary>The chat in which it was begun and in which the customer hears of it.</summary>
    public ChatKey Where => new(new BotId(Bot), Chat);

    /// <summary>Something may still change without anybody doing anything.</summary>
    public bool IsOpen => State is PaymentState.Pending or PaymentState.Paying or PaymentState.Underpaid;

    internal void Move(PaymentState state, DateTimeOffset now)
    {
        (State, Version) = (state, Version + 1);
        if (state is PaymentState.Paid) PaidAt = now;
    }

    internal void Issued(Invoice.Issued invoice) => (TrackId, PayUrl, ExpiresAt) = (invoice.TrackId, invoice.PayUrl, invoice.ExpiresAt);

    internal void Fulfilled(Money credited, DateTimeOffset now) => (CreditedMinor, FulfilledAt) = (credited.Minor, now);
}
