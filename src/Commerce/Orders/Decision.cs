namespace Lavka.Commerce;

/// <summary>
/// What an event means for a process. A shop's pure <c>Decide(state, event)</c> returns it; an event that does not fit is ignored with a reason,
/// never an exception.
/// </summary>
public abstract record Decision<TState, TEvent>
{
    private Decision()
    {
    }

    public sealed record Next(TState State, params IReadOnlyList<Effect<TEvent>> Effects) : Decision<TState, TEvent>;

    public sealed record Ignored(string Reason) : Decision<TState, TEvent>;
}
