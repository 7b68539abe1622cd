namespace Lavka.Talk;

/// <summary>What became of a dispatch. Nothing here is an exception: every outcome of a call to a messenger has its own treatment.</summary>
public abstract record Delivery
{
    private Delivery()
    {
    }

    /// <summary>The messenger has it. A change that changed nothing counts as sent. An album is several messages: their ids in order, joined by commas.</summary>
    public sealed record Sent(string MessageId) : Delivery;

    /// <summary>Too many calls: the whole bot is to be silent for that long (Telegram's 429 with retry_after).</summary>
    public sealed record Wait(TimeSpan For) : Delivery;

    /// <summary>The person cannot be reached any more: he blocked the bot or is gone.</summary>
    public sealed record Unreachable(string Why) : Delivery;

    /// <summary>The message to change is no longer there, or too old to be changed.</summary>
    public sealed record Gone(string Why) : Delivery;

    /// <summary>The messenger will never take it: trying again is useless.</summary>
    public sealed record Refused(string Why) : Delivery;

    /// <summary>It certainly did not arrive and may be tried again: no connection, or an error of the messenger's own.</summary>
    public sealed record Failed(string Why) : Delivery;

    /// <summary>It was sent and no answer came: it may have arrived or not.</summary>
    public sealed record Unknown(string Why) : Delivery;
}
