namespace Lavka.Talk;

/// <summary>One step from a scene. <paramref name="To"/> is the scene it leads to, or <see cref="End"/> or <see cref="Left"/>.</summary>
/// <param name="From">The scene in which the person acts.</param>
/// <param name="Label">What he does there.</param>
/// <param name="To">Where he is then.</param>
/// <param name="IsAnswer">The question is answered by it, or the work done; else the person moves about: back, edit, cancel.</param>
public sealed record Passage(string From, Text Label, string To, bool IsAnswer)
{
    /// <summary>The dialog ended with a result.</summary>
    public const string End = "end";

    /// <summary>The dialog was left.</summary>
    public const string Left = "left";
}
