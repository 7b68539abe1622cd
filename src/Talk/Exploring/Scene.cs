namespace Lavka.Talk;

/// <summary>One thing that a person may have in front of him.</summary>
/// <param name="Id">Unique in its atlas and the same after every walk: an anchor.</param>
/// <param name="Key">The open question or work of a dialog, the route of a screen.</param>
/// <param name="Kind">What it is.</param>
/// <param name="When">In which situation, where one key has several.</param>
/// <param name="Views">What is shown, in the order of the chat; more than one only when the shop says several things at once.</param>
public sealed record Scene(string Id, string Key, SceneKind Kind, string When, IReadOnlyList<View> Views)
{
    /// <summary>What the question answers to what does not fit: an example of a wrong answer, and the hint.</summary>
    public IReadOnlyList<(string Input, Text Hint)> Hints { get; init; } = [];

    /// <summary>What is not as it should be, each in a sentence.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
