namespace Lavka.Whole;

/// <summary>When the host dies after a person did something.</summary>
public enum KillMoment
{
    /// <summary>While the update is on its way, perhaps before it was taken.</summary>
    AtOnce,

    /// <summary>When the messenger was told that the update is taken; what follows is perhaps not sent yet.</summary>
    Taken,

    /// <summary>When the person sees what follows; perhaps before the host has noted that it was sent.</summary>
    Shown,
}
