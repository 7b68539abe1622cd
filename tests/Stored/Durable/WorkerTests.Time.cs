using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

/// <summary>The part about times and the clock.</summary>
public sealed partial class WorkerTests
{
    [Fact]
    public async Task a_job_runs_when_its_time_comes()
    {
        await using var temp = await TempStore.Open();
        await using var worker = new Running(temp, Finishing(temp));
        await Add(temp, "reminder", TimeSpan.FromSeconds(45));
        await Eventually.Holds(() => temp.Clock.NextTimer == temp.Clock.GetUtcNow().AddSeconds(45));
        (await IsDone(temp, "reminder")).ShouldBeFalse();

        temp.Clock.Advance(TimeSpan.FromSeconds(45));

        await Eventually.Holds(() => IsDone(temp, "reminder"));
    }

    [Fact, Covers("faults:F15")]
    public async Task a_clock_that_is_set_back_an_hour_does_not_put_off_a_repetition_by_an_hour_and_a_date_stays_a_date()
    {
        await using var temp = await TempStore.Open();
        var failures = 1;
        await using var worker = new Running(temp, async (job, ct) =>
        {
            if (failures-- > 0) throw new HttpRequestException("503");
            await temp.Store.Write((tx, stop) => Jobs.Finish(tx, job, stop), ct);
        });
        await Add(temp, "order-1");
        await Add(temp, "reminder", TimeSpan.FromMinutes(30));
        await Eventually.Holds(() => temp.Clock.NextTimer == temp.Clock.GetUtcNow().AddSeconds(1));

        temp.Clock.Set(TimeSpan.FromHours(-1));
        temp.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.Holds(() => IsDone(temp, "order-1"));
        await worker.Rests();
        (await IsDone(temp, "reminder")).ShouldBeFalse();
    }
}
