namespace Lavka.Talk;

/// <summary>Everything that can be reached in a shop: what <see cref="Explorer"/> found.</summary>
/// <param name="Name">The shop.</param>
/// <param name="Dialogs">A map for each dialog and each situation in which it is opened.</param>
/// <param name="Scenes">The shop's screens and messages.</param>
/// <param name="Doubts">What is not as it should be with the shop as a whole.</param>
public sealed record Atlas(string Name, IReadOnlyList<DialogMap> Dialogs, IReadOnlyList<Scene> Scenes, IReadOnlyList<string> Doubts)
{
    /// <summary>Every doubt once, with the first place it belongs to and how many there are.</summary>
    public IEnumerable<(string Where, string Doubt, int Places)> AllDoubts => Found.GroupBy(found => found.Doubt).Select(same => (same.First().Where, same.Key, same.Count()));

    private IEnumerable<(string Where, string Doubt)> Found =>
    [
        .. Doubts.Select(doubt => (Name, doubt)),
        .. Dialogs.SelectMany(map => map.Doubts.Select(doubt => (map.Name, doubt)).Concat(map.Scenes.SelectMany(scene => scene.Doubts.Select(doubt => (scene.Id, doubt))))),
        .. Scenes.SelectMany(scene => scene.Doubts.Select(doubt => (scene.Id, doubt))),
    ];

    /// <summary>What the dialogs promise about the answers that they store.</summary>
    public Contract Contract => new([.. Dialogs.SelectMany(map => map.Terms).DistinctBy(term => (term.Dialog, term.Key))]);
}
