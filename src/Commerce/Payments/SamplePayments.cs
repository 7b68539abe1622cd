using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>Payments in every state, never stored, for galleries and tests of how they look.</summary>
public static class SamplePayments
{
    private static readonly PaymentId Id = new("p4y3ntab2c");

    /// <param name="state">Where the payment is.</param>
    /// <param name="requested">What the invoice says.</param>
    /// <param name="credited">What was credited, for one that is paid.</param>
    /// <param name="route">Where the shop goes on afterwards.</param>
    public static Payment In(PaymentState state, Money requested, Money? credited = null, Route? route = null)
    {
        var payment = new Payment
        {
            Id = Id, Shop = "sample", CustomerId = default, Bot = "sample", Chat = "1", Provider = "sample", Currency = requested.Currency, RequestedMinor = requested.Minor,
            ReturnRoute = route?.Path, CreatedAt = DateTimeOffset.UnixEpoch,
        };
        payment.Issued(new Invoice.Issued("100", "https://pay.example/100", DateTimeOffset.UnixEpoch));
        payment.Move(state, DateTimeOffset.UnixEpoch);
        if (credited is { } money) payment.Fulfilled(money, DateTimeOffset.UnixEpoch);
        return payment;
    }
}
