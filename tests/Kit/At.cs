namespace Lavka.Kit;

/// <summary>Where in a turn the process dies.</summary>
public enum At
{
    /// <summary>Nothing of the turn is kept: the messenger delivers again, and the turn is run from the state before it.</summary>
    BeforeCommit,

    /// <summary>All of the turn is kept: the repetition is recognised and dropped.</summary>
    AfterCommit,
}
