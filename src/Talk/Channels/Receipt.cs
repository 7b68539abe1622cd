namespace Lavka.Talk;

/// <summary>What a messenger may be told about an update.</summary>
public enum Receipt
{
    /// <summary>Everything that follows from it is committed, now or by an earlier delivery.</summary>
    Taken,

    /// <summary>The store could not take it: nothing happened and it must be delivered again.</summary>
    Later,
}
