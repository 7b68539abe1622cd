namespace Lavka.Commerce;

/// <summary>One way in which a customer writes: a person of a messenger at one bot. Name and user name are his own words, never trusted.</summary>
public sealed class Identity
{
    public required string Bot { get; init; }

    /// <summary>The messenger's id of the person.</summary>
    public required string Person { get; init; }

    public required string Chat { get; set; }

    public required CustomerId CustomerId { get; init; }

    public required string Name { get; set; }

    public string? Username { get; set; }
}
