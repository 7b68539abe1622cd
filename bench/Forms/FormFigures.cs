namespace Lavka.Bench.Forms;

/// <summary>What one contestant did in one round.</summary>
internal sealed record FormFigures
{
    public required double TurnsPerSecond { get; init; }

    /// <summary>From the update's first byte to the bot's message at the Bot API, in milliseconds.</summary>
    public required double P50 { get; init; }

    public required double P99 { get; init; }

    /// <summary>Processor time of the bot's process a turn, in microseconds.</summary>
    public required double Cpu { get; init; }

    /// <summary>Processor time of PostgreSQL a turn, in microseconds.</summary>
    public required double PostgresCpu { get; init; }

    /// <summary>Processor time of the load itself a turn, in microseconds.</summary>
    public required double LoadCpu { get; init; }

    public required double Megabytes { get; init; }

    /// <summary>People whose answer never came.</summary>
    public required int Lost { get; init; }

    public required long Doubled { get; init; }

    /// <summary>Answers that do not fit what was written.</summary>
    public required long Wrong { get; init; }

    /// <summary>The first of them.</summary>
    public required string? WrongText { get; init; }

    /// <summary>Updates that were not acknowledged at once.</summary>
    public required long Refused { get; init; }

    /// <summary>The median of each figure, and the sum of what must not happen.</summary>
    public static FormFigures Median(IReadOnlyList<FormFigures> rounds)
    {
        return new FormFigures
        {
            TurnsPerSecond = Of(one => one.TurnsPerSecond),
            P50 = Of(one => one.P50),
            P99 = Of(one => one.P99),
            Cpu = Of(one => one.Cpu),
            PostgresCpu = Of(one => one.PostgresCpu),
            LoadCpu = Of(one => one.LoadCpu),
            Megabytes = Of(one => one.Megabytes),
            Lost = rounds.Sum(one => one.Lost),
            Doubled = rounds.Sum(one => one.Doubled),
            Wrong = rounds.Sum(one => one.Wrong),
            WrongText = rounds.Select(one => one.WrongText).FirstOrDefault(text => text is not null),
            Refused = rounds.Sum(one => one.Refused),
        };

        double Of(Func<FormFigures, double> figure) => Report.Median(rounds.Select(figure));
    }

    public override string ToString() => FormattableString.Invariant(
        $"{TurnsPerSecond:0} turns/s, p50 {P50:0.0} ms, p99 {P99:0.0} ms, processor {Cpu:0} us a turn (PostgreSQL {PostgresCpu:0}, the load {LoadCpu:0}), {Megabytes:0} MB, lost {Lost}, doubled {Doubled}, wrong {Wrong}, refused {Refused}{(WrongText is null ? "" : $", such as \"{WrongText}\"")}");
}
