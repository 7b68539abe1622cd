namespace Lavka.Durable;

/// <summary>
/// The job that ends a ban before its time, in the chat that is banned. It may be added in any transaction, such as the turn of an owner who pressed a button; added twice for one ban it is
/// one job.
/// </summary>
public static class BanLift
{
    public const string Kind = "ban.lift";

    /// <param name="chat">Who is banned.</param>
    /// <param name="since">The beginning of the ban, by which it is told from others.</param>
    /// <param name="now">When it is to end.</param>
    public static NewJob Of(ChatKey chat, DateTimeOffset since, DateTimeOffset now) =>
        new(Kind, FormattableString.Invariant($"{chat}/{since.ToUnixTimeMilliseconds()}"), "", chat, now);
}
