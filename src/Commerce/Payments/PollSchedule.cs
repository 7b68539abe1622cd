namespace Lavka.Commerce;

/// <summary>
/// When an open payment is asked about again without any notification: every two minutes until half an hour after its expiry; money that is on its way
/// or incomplete is followed for a day more. Null means that there is nothing left to wait for.
/// </summary>
public static class PollSchedule
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan EveryLate = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Followed = TimeSpan.FromDays(1);

    public static DateTimeOffset? Next(PaymentState state, DateTimeOffset expiresAt, DateTimeOffset now) => state switch
    {
        PaymentState.Pending or PaymentState.Paying or PaymentState.Underpaid when now < expiresAt + Grace => now + Every,
        PaymentState.Paying or PaymentState.Underpaid when now < expiresAt + Followed => now + EveryLate,
        _ => null,
    };
}
