namespace Lavka.Commerce;

/// <summary>Why a provider is asked about a payment; stored by name.</summary>
public enum CheckCause
{
    /// <summary>The provider sent a notification.</summary>
    Notified,

    /// <summary>It is open and time has passed: a lost notification must not cost the customer anything (spec D06).</summary>
    Polled,

    /// <summary>The customer pressed "check"; he gets an answer even when nothing is new.</summary>
    Asked,
}
