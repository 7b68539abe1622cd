using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>
/// What follows from a decision of a process, carried out in the turn's transaction, in the order in which they are listed.
/// Effects of money are named within their order; the order's id and the name are the key in the books, so a repeated effect moves nothing.
/// </summary>
public abstract record Effect<TEvent>
{
    private Effect()
    {
    }

    /// <summary>
    /// Sets money of the customer aside. When he has too little, the effects after it are dropped and <paramref name="IfShort"/> happens to the
    /// process instead.
    /// </summary>
    public sealed record Reserve(string Name, Money Amount, TEvent IfShort) : Effect<TEvent>;

    /// <summary>What was reserved under this name becomes the shop's.</summary>
    public sealed record Capture(string Name) : Effect<TEvent>;

    /// <summary>What was reserved under this name goes back to the customer.</summary>
    public sealed record Release(string Name) : Effect<TEvent>;

    /// <summary>Work outside, or for later; its result comes back into the customer's chat.</summary>
    public sealed record Later(QueuedJob Job) : Effect<TEvent>;

    public sealed record Tell(View View) : Effect<TEvent>;

    /// <summary>Tells the owner what needs a person, once per key.</summary>
    public sealed record Alert(Text Text, string Key) : Effect<TEvent>;
}
