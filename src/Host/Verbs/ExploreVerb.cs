using System.CommandLine;
using Lavka.Talk;

namespace Lavka.Host;

/// <summary>
/// <c>explore</c>: draws every screen of every kind of shop into a folder, with a diagram of each dialog, and names what is doubtful. It needs no settings and touches no store.
/// With <c>--accept</c> the contracts in the source tree are brought up to date; 1 when a stored answer would change its type, which nothing accepts.
/// </summary>
internal static class ExploreVerb
{
    public static Command Of()
    {
        var folder = new Argument<string>("folder") { Description = "Where the pictures go.", DefaultValueFactory = _ => "explored" };
        var accept = new System.CommandLine.Option<bool>("--accept") { Description = "Write today's questions into src/Shops.*/dialogs.contract.txt." };
        var verb = new Command("explore", "Draw every screen of every shop, in both languages, with a diagram of each dialog and what is doubtful.") { folder, accept };
        verb.SetAction((call, ct) => Run(call.GetValue(folder)!, call.GetValue(accept), call.InvocationConfiguration, ct));
        return verb;
    }

    private static async Task<int> Run(string folder, bool accept, InvocationConfiguration console, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        var code = 0;
        foreach (var kind in ShopKind.All)
        {
            var atlas = await Explorer.Walk(kind.Tour, ct);
            var page = Path.Combine(folder, kind.Name.ToLowerInvariant() + ".html");
            await File.WriteAllTextAsync(page, Gallery.Html(atlas), ct);
            foreach (var map in atlas.Dialogs.DistinctBy(map => map.Name))
                foreach (var language in Enum.GetValues<Language>())
                    await File.WriteAllTextAsync(Path.Combine(folder, $"{kind.Name}-{map.Name}.{language}.svg".ToLowerInvariant()), Diagram.Svg(map, language), ct);
            await console.Output.WriteLineAsync($"{kind.Name}: {atlas.Dialogs.Sum(map => map.Scenes.Count) + atlas.Scenes.Count} screens in {page}");
            foreach (var (where, doubt, places) in atlas.AllDoubts) await console.Output.WriteLineAsync($"  {where}{(places > 1 ? $" and {places - 1} more" : "")}: {doubt}");
            if (accept) code = Math.Max(code, await Accept(kind, atlas.Contract, console, ct));
        }
        return code;
    }

    private static async Task<int> Accept(ShopKind kind, Contract today, InvocationConfiguration console, CancellationToken ct)
    {
        var path = Path.Combine("src", "Shops." + kind.Name, "dialogs.contract.txt");
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            await console.Error.WriteLineAsync($"There is no {Path.GetDirectoryName(path)} here: call it from the root of the repository.");
            return 1;
        }
        var kept = File.Exists(path) ? Contract.Read(await File.ReadAllTextAsync(path, ct)) : new Contract([]);
        var broken = kept.BrokenBy(today).ToList();
        foreach (var sentence in broken) await console.Error.WriteLineAsync(sentence);
        if (broken.Count > 0) return 1;
        foreach (var sentence in kept.ChangedBy(today)) await console.Output.WriteLineAsync("  accepted: " + sentence);
        await File.WriteAllTextAsync(path, kept.Accept(today).Write(), ct);
        return 0;
    }
}
