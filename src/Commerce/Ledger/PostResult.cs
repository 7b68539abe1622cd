namespace Lavka.Commerce;

/// <summary>What became of a posting.</summary>
public abstract record PostResult
{
    private PostResult()
    {
    }

    public sealed record Posted : PostResult;

    /// <summary>Its key was used before: the money moved then, and not again now.</summary>
    public sealed record AlreadyPosted : PostResult;

    /// <summary>A wallet or what is held of it would become negative; nothing moved.</summary>
    public sealed record Insufficient(Account Account, Money Missing) : PostResult;
}
