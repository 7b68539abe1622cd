namespace Lavka.Bench.Forms;

/// <summary>
/// <c>form</c>: the form of five turns, by everybody in turn, with the state in the same PostgreSQL (and Lavka also on SQLite): many people at once, none more than one message ahead.
/// A turn is over when the bot's message has reached the Bot API.
/// </summary>
internal static class FormBenchmark
{
    public static async Task<int> Run(FormLoad load, int rounds, string? only, CancellationToken ct)
    {
        Table.Line($"{Machine.Describe()}, {await PeerPackages.Install(ct)}");
        Table.Line($"{load.People} people, {load.Connections} connections, {load.Time.TotalSeconds:0} s after {load.WarmUp.TotalSeconds:0} s of warming up");
        await using var postgres = await PostgresServer.Start(ct);
        var contestants = Contestant.All.Where(contestant => only is null || contestant.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        var figures = contestants.ToDictionary(contestant => contestant, _ => new List<FormFigures>());
        for (var round = 1; round <= rounds; round++)
            foreach (var contestant in contestants)
            {
                figures[contestant].Add(await new FormRound(contestant, postgres, load).Run(ct));
                Table.Line($"round {round}, load {Machine.Load()}: {contestant.Name}: {figures[contestant][^1]}");
            }
        Tell(contestants, figures);
        return figures.Values.SelectMany(all => all).Any(one => one.Lost > 0 || one.Doubled > 0 || one.Wrong > 0) ? 1 : 0;
    }

    private static void Tell(IReadOnlyList<Contestant> contestants, Dictionary<Contestant, List<FormFigures>> figures)
    {
        Table.Head("the form under load", "turns/s", "p50, ms", "p99, ms", "processor, us a turn", "PostgreSQL, us a turn", "memory, MB", "lost", "doubled", "wrong");
        foreach (var contestant in contestants)
        {
            var all = figures[contestant];
            Table.Line($"| {contestant.Name} | {Of(one => one.TurnsPerSecond):N0} | {Of(one => one.P50):0.0} | {Of(one => one.P99):0.0} | {Of(one => one.Cpu):0} | {Of(one => one.PostgresCpu):0} | {Of(one => one.Megabytes):0} | {all.Sum(one => one.Lost)} | {all.Sum(one => one.Doubled)} | {all.Sum(one => one.Wrong)} |");

            double Of(Func<FormFigures, double> figure) => Table.Median(all.Select(figure));
        }
    }
}
