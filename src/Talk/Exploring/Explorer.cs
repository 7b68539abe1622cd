namespace Lavka.Talk;

/// <summary>
/// Walks everything that can be reached in a shop, without store, clock or messenger: every button, a sample of every typed answer, skips, back, cancel, edits,
/// wrong answers, results and refusals of works. Two moments are one scene when they show the same (whatever people filled in) and the same way lies ahead,
/// so the walk is bounded by the dialog and not by the number of possible answers.
/// </summary>
public static class Explorer
{
    /// <exception cref="InvalidOperationException">An author's mistake, such as one key asked twice, at the first place where it shows.</exception>
    public static async Task<Atlas> Walk(Tour tour, CancellationToken ct)
    {
        List<DialogMap> maps = [];
        foreach (var sample in tour.Dialogs) maps.Add(await new DialogWalk(sample).Explore(ct));
        foreach (var dialog in tour.Dialogs.Select(sample => sample.Create()).DistinctBy(dialog => dialog.Name))
        {
            var first = maps.FindIndex(map => map.Name == dialog.Name);
            maps[first] = maps[first] with { Doubts = [.. maps[first].Doubts, .. Unreached(dialog, maps)] };
        }
        var shop = new ShopWalk(tour, maps);
        return new Atlas(tour.Name, maps, shop.Scenes, [.. shop.Doubts()]);
    }

    /// <summary>A question may be asked in one situation only: it counts when any of them leads to it.</summary>
    private static IEnumerable<string> Unreached(Dialog dialog, List<DialogMap> maps)
    {
        var reached = maps.Where(map => map.Name == dialog.Name).SelectMany(map => map.Labels.Keys).ToList();
        return KeysInCode.Of(dialog.GetType()).Where(key => !reached.Exists(known => known == key || known.EndsWith("/" + key, StringComparison.Ordinal)))
            .Select(key => $"\"{key}\" stands in the code, and nobody can reach it.");
    }
}
