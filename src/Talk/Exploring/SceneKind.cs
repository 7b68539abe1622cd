namespace Lavka.Talk;

/// <summary>What a scene is.</summary>
public enum SceneKind
{
    /// <summary>A question that is asked for the first time.</summary>
    Asked,

    /// <summary>A question that is asked again, with its old answer offered.</summary>
    AskedAgain,

    /// <summary>A review, or one of its pages.</summary>
    Review,

    /// <summary>A work is under way.</summary>
    Working,

    /// <summary>A work was refused.</summary>
    Refused,

    /// <summary>The question whether to leave.</summary>
    Leaving,

    /// <summary>A screen of the shop.</summary>
    Screen,

    /// <summary>A short note beside a pressed button.</summary>
    Note,

    /// <summary>A message that comes by itself or after an act.</summary>
    Notice,
}
