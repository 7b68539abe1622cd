namespace Lavka.Talk;

/// <summary>What pressing a button does.</summary>
public abstract record Press
{
    private Press()
    {
    }

    /// <summary>Opens a screen or performs an act.</summary>
    public sealed record Go(Route Route) : Press;

    /// <summary>Opens a page outside the messenger.</summary>
    public sealed record Link(string Url) : Press;

    /// <summary>Moves the open dialog; <paramref name="Data"/> is written and read by <see cref="TapCode"/>.</summary>
    public sealed record Move(string Data) : Press;
}
