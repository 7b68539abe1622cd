namespace Lavka.Talk;

/// <summary>What a person did in a chat, in words that every messenger shares.</summary>
public abstract record Happening
{
    private Happening()
    {
    }

    /// <summary><paramref name="MessageId"/> is the messenger's id of what he wrote, null where it has none: a secret is erased by it.</summary>
    public sealed record Wrote(string Text, string? MessageId = null) : Happening;

    /// <summary>Pressed a button. <paramref name="Query"/> is what the messenger wants answered, <paramref name="MessageId"/> the message that carried the button, when still known.</summary>
    public sealed record Pressed(string Data, string Query, string? MessageId) : Happening;

    /// <summary>
    /// Sent something that is not text: photo, document, voice, sticker. <paramref name="Media"/> is null when there is no file. What was sent together comes one by one,
    /// with the same <paramref name="Album"/>.
    /// </summary>
    public sealed record Sent(string Kind, Media? Media, string? Caption, string? Album = null, string? MessageId = null) : Happening;

    /// <summary>Handed over a telephone number, as the messenger tells it. <paramref name="IsOwn"/>: the messenger vouches that it is the sender's own.</summary>
    public sealed record Contact(string Phone, string Name, bool IsOwn) : Happening;

    /// <summary>Handed over a place: degrees north and east, six digits after the point.</summary>
    public sealed record Place(decimal Latitude, decimal Longitude) : Happening;

    /// <summary>Changed an earlier message of his own.</summary>
    public sealed record Edited(string MessageId) : Happening;

    /// <summary>Stopped the bot: nothing can be delivered until he comes back.</summary>
    public sealed record Left : Happening;

    public sealed record Returned : Happening;

    /// <summary>
    /// Is about to pay an invoice inside the messenger, which waits for a yes or a no; <paramref name="Query"/> is what it wants answered. Telegram waits for 10 s and then says no itself.
    /// </summary>
    public sealed record Checkout(string Query) : Happening;

    /// <summary>Something no shop reacts to; kept so that it is acknowledged and not delivered again. <paramref name="IsPayment"/>: it belongs to the payment of an invoice.</summary>
    public sealed record Other(string Kind, bool IsPayment = false) : Happening;
}
