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

    /// <summary>Something that is not text: "photo", "sticker", "voice".</summary>
    public sealed record Sent(string Kind) : Input;

    /// <summary>A pressed button with the code of the question it stood under, or a typed command, which belongs to the open question (null).</summary>
    public sealed record Tapped(string? AtCode, Tap Tap) : Input;

    /// <summary>The person asked for the main menu in the middle: he is asked whether to go on or to discard.</summary>
    public sealed record Interrupted : Input;

    /// <summary>The result of a work arrived, by the work's idempotency key. Dropped when the dialog no longer waits for exactly that.</summary>
    public sealed record Supplied(string WorkKey, string Result) : Input;
}
