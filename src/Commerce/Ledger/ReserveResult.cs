namespace Lavka.Commerce;

/// <summary>What became of setting money aside.</summary>
public abstract record ReserveResult
{
    private ReserveResult()
    {
    }

    public sealed record Reserved(Hold Hold) : ReserveResult;

    /// <summary>This key was used before; <paramref name="Hold"/> may be captured or released by now. Nothing moved.</summary>
    public sealed record AlreadyReserved(Hold Hold) : ReserveResult;

    /// <summary>The wallet lacks <paramref name="Missing"/>; nothing moved.</summary>
    public sealed record Insufficient(Money Missing) : ReserveResult;
}
