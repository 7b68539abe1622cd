namespace Lavka.Commerce;

/// <summary>What became of a template that was to be kept under a name.</summary>
public abstract record Keeping
{
    private Keeping()
    {
    }

    public sealed record Kept(TemplateId Id) : Keeping;

    /// <summary>Another one of the customer's is called so.</summary>
    public sealed record NameTaken : Keeping;

    /// <summary>He has <see cref="Templates.Most"/> already.</summary>
    public sealed record Full : Keeping;

    /// <summary>He has no such template, or not any more.</summary>
    public sealed record Gone : Keeping;
}
