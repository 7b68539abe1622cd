namespace Lavka.Talk;

/// <summary>What reaches an open dialog.</summary>
public abstract record Input
{
    private Input()
    {
    }

    /// <summary>Nothing new: show where the person is.</summary>
    public sealed record Open : Input;

    public sealed record Wrote(string Text) : Input;

    /// <summary>Something that is not text: "photo", "sticker", "voice". What was sent together comes one by one, with the same <paramref name="Album"/>.</summary>
    public sealed record Sent(string Kind, Media? Media = null, string? Caption = null, string? Album = null) : Input;

    /// <summary>A telephone number that was handed over; <paramref name="IsOwn"/> when the messenger vouches that it is the sender's.</summary>
    public sealed record Contact(string Phone, string Name, bool IsOwn) : Input;

    /// <summary>A place that was handed over: degrees north and east.</summary>
    public sealed record Place(decimal Latitude, decimal Longitude) : Input;

    /// <summary>A pressed button with the code of the question it stood under, or a typed command, which belongs to the open question (null).</summary>
    public sealed record Tapped(string? AtCode, Tap Tap) : Input;

    /// <summary>The person asked for the main menu in the middle: he is asked whether to go on or to discard.</summary>
    public sealed record Interrupted : Input;

    /// <summary>The result of a work arrived, by the work's idempotency key. Dropped when the dialog no longer waits for exactly that.</summary>
    public sealed record Supplied(string WorkKey, string Result) : Input;

    /// <summary>The dialog was left alone for <see cref="Dialog.Expires"/>: it ends, and the person is told so.</summary>
    public sealed record Expired : Input;

    /// <summary>The dialog was left alone for <see cref="Dialog.Remind"/>: the open question is shown again with a word that it is still open.</summary>
    public sealed record Reminded : Input;
}
