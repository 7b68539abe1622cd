namespace Lavka.Talk;

/// <summary>All of one dialog that can be reached, as it was opened in one situation.</summary>
/// <param name="Name">The dialog's stored name.</param>
/// <param name="When">The situation, "" when there is only one.</param>
/// <param name="Scenes">In the order in which a person comes to them.</param>
/// <param name="Ways">The steps between the scenes.</param>
/// <param name="Terms">The questions that were met, in order.</param>
/// <param name="Doubts">What is not as it should be with the dialog as a whole.</param>
public sealed record DialogMap(
    string Name, string When, IReadOnlyList<Scene> Scenes, IReadOnlyList<Passage> Ways, IReadOnlyList<Term> Terms, IReadOnlyList<string> Doubts)
{
    /// <summary>The short name and the title of the part of each question and work, by its key.</summary>
    public IReadOnlyDictionary<string, (Text Label, Text? Part)> Labels { get; init; } = new Dictionary<string, (Text, Text?)>();

    /// <summary>The dialogs that its questions open on top of it.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];
}
