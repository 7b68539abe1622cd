using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>What became of an event for an order.</summary>
public abstract record ProcessOutcome<TState>
{
    private ProcessOutcome()
    {
    }

    /// <summary>The order is saved in its new state; the views are for the customer.</summary>
    public sealed record Moved(TState State, IReadOnlyList<View> Views) : ProcessOutcome<TState>;

    /// <summary>The event does not fit the state it was in; nothing changed.</summary>
    public sealed record Ignored(TState State, string Reason) : ProcessOutcome<TState>;

    /// <summary>There is no such order of this customer; whether it exists at all is not told.</summary>
    public sealed record NoSuchOrder : ProcessOutcome<TState>;
}
