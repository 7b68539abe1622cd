namespace Lavka.Channels.Telegram;

/// <summary>Why a call to the Bot API gave no result, by what can be done about it. <see cref="Why"/> is for logs and never holds the token.</summary>
public abstract record Fault
{
    private Fault(string why) => Why = why;

    public string Why { get; }

    /// <summary>429: the whole bot is to be silent for that long.</summary>
    public sealed record TooManyCalls(string Why, TimeSpan RetryAfter) : Fault(Why);

    /// <summary>403: the person blocked the bot, is gone, or never wrote to it.</summary>
    public sealed record Forbidden(string Why) : Fault(Why);

    /// <summary>400 and its like: this call will never be accepted.</summary>
    public sealed record Invalid(string Why) : Fault(Why);

    /// <summary>401 or 404: the token is wrong or was revoked. The call may be right; the settings are not.</summary>
    public sealed record Unauthorized(string Why) : Fault(Why);

    /// <summary>409: the bot is polled by somebody else, or has a webhook.</summary>
    public sealed record Conflict(string Why) : Fault(Why);

    /// <summary>5xx: the Bot API is out of order and did not do it.</summary>
    public sealed record Broken(string Why) : Fault(Why);

    /// <summary>Nothing of the call left this machine: no connection.</summary>
    public sealed record NotSent(string Why) : Fault(Why);

    /// <summary>The call was sent and no answer was understood: it may have been carried out or not.</summary>
    public sealed record Unanswered(string Why) : Fault(Why);
}
