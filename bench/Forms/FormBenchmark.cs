using Lavka.Bench.Stands;

namespace Lavka.Bench.Forms;

/// <summary>
/// <c>form</c>: the form of five turns, by everybody in turn, with the state in the same PostgreSQL (and Lavka also on SQLite): many people at once, none more than one message ahead.
/// A turn is over when the bot's message has reached the Bot API.
/// </summary>
internal static class FormBenchmark
{
    /// <summary>The medians of each contestant that was asked for.</summary>
    public static async Task<IReadOnlyList<(string Name, FormFigures Figures)>> Run(FormLoad load, int rounds, string? only, Report report, PostgresServer postgres, CancellationToken ct)
    {
        report.Say($"{Machine.Describe()}, {await PeerPackages.Install(ct)}");
        report.Say($"{load.People} people, {load.Connections} connections, {load.Time.TotalSeconds:0} s after {load.WarmUp.TotalSeconds:0} s of warming up");
        var contestants = Contestant.All.Where(contestant => only is null || contestant.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        var rounded = contestants.ToDictionary(contestant => contestant, _ => new List<FormFigures>());
        for (var round = 1; round <= rounds; round++)
            foreach (var contestant in contestants)
            {
                rounded[contestant].Add(await new FormRound(contestant, postgres, load).Run(ct));
                report.Say($"round {round}, load {Machine.Load()}: {contestant.Name}: {rounded[contestant][^1]}");
            }
        report.Head("the form under load", "turns/s", "p50, ms", "p99, ms", "processor, us a turn", "PostgreSQL, us a turn", "memory, MB", "lost", "doubled", "wrong");
        List<(string, FormFigures)> figures = [];
        foreach (var contestant in contestants)
        {
            var one = FormFigures.Median(rounded[contestant]);
            report.Row($"{contestant.Name}", $"{one.TurnsPerSecond:N0}", $"{one.P50:0.0}", $"{one.P99:0.0}", $"{one.Cpu:0}", $"{one.PostgresCpu:0}", $"{one.Megabytes:0}", $"{one.Lost}", $"{one.Doubled}", $"{one.Wrong}");
            figures.Add((contestant.Name, one));
        }
        return figures;
    }
}
