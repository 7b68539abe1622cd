namespace Lavka.Talk;

/// <summary>What a person did in a chat, in words that every messenger shares.</summary>
public abstract record Happening
{
    private Happening()
    {
    }

    public sealed record Wrote(string Text) : Happening;

    /// <summary>Pressed a button. <paramref name="Query"/> is what the messenger wants answered, <paramref name="MessageId"/> the message that carried the button, when still known.</summary>
    public sealed record Pressed(string Data, string Query, string? MessageId) : Happening;

    /// <summary>Sent something that is not text: photo, document, voice, sticker, contact, location. <paramref name="FileId"/> is the messenger's own, null when there is no file.</summary>
    public sealed record Sent(string Kind, string? FileId, string? Caption) : Happening;

    /// <summary>Changed an earlier message of his own.</summary>
    public sealed record Edited(string MessageId) : Happening;

    /// <summary>Stopped the bot: nothing can be delivered until he comes back.</summary>
    public sealed record Left : Happening;

    public sealed record Returned : Happening;

    /// <summary>Something no shop reacts to; kept so that it is acknowledged and not delivered again.</summary>
    public sealed record Other(string Kind) : Happening;
}
