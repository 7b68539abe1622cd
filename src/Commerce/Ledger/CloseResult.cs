namespace Lavka.Commerce;

/// <summary>What became of capturing or releasing a hold.</summary>
public abstract record CloseResult
{
    private CloseResult()
    {
    }

    public sealed record Closed(Hold Hold) : CloseResult;

    /// <summary>It was closed this way before; nothing moved.</summary>
    public sealed record AlreadyClosed(Hold Hold) : CloseResult;

    /// <summary>It was closed the other way before: a captured hold cannot be released, nor a released one captured. Nothing moved.</summary>
    public sealed record ClosedOtherwise(Hold Hold) : CloseResult;

    public sealed record NoSuchHold : CloseResult;
}
