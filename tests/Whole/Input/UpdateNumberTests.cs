using System.Net;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

/// <summary>
/// The numbers of updates are names and no order to rely on: after a week of silence
/// Telegram begins anew at any number (core.telegram.org/bots/api#update).
/// </summary>
public sealed class UpdateNumberTests
{
    private const int BeforeTheWeek = 9;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [Covers("faults:F4", "shipping:A08")]
    public async Task Numbers_that_rise_and_fall_with_gaps_and_begin_anew_are_each_taken_once(int seed)
    {
        await using var town = await Town.Open();
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        var random = new Random(seed);
        var numbers = Numbers(random, 950_000_000).Take(BeforeTheWeek).ToArray();
        var anew = Numbers(random, 1).Take(Answers.All.Count - 1 - BeforeTheWeek).ToArray();
        random.Shuffle(numbers);
        random.Shuffle(anew);
        var posted = new List<JsonObject>();

        foreach (var (i, number) in numbers.Concat(anew).Index())
        {
            posted.Add(RawUpdate.Wrote(number, kate.Id, Answers.All[i]));
            (await raw.Post(posted[^1])).ShouldBe(HttpStatusCode.OK);
            await kate.Sees(Answers.Step(i + 2));
        }

        foreach (var status in await Task.WhenAll(posted.Select(raw.Post))) status.ShouldBe(HttpStatusCode.OK);
        await kate.Says(Answers.All[^1], "CHECK YOUR ORDER");
        await order.WasAskedStepByStep();
    }

    [Theory]
    [InlineData("Webhook")]
    [InlineData("Polling")]
    [Covers("faults:F4")]
    public async Task After_a_week_the_numbers_begin_far_below_and_what_Telegram_delivers_goes_on(string mode)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        var kate = await town.NewCustomer();
        var order = new Order(town, kate);
        await order.Begins();
        var random = new Random(3);

        await Sends(Answers.All.Take(BeforeTheWeek), 950_000_000);
        await kate.Sees(Answers.Step(BeforeTheWeek + 1));
        await Until.True(async () => await town.Telegram.Pending() == 0, "Telegram knows that all of it is taken");
        await Sends(Answers.All.Skip(BeforeTheWeek), 1);

        await kate.Sees("CHECK YOUR ORDER");
        await Until.True(async () => await town.Telegram.Pending() == 0, "Telegram knows that all of it is taken");
        await order.WasAskedStepByStep();

        async Task Sends(IEnumerable<string> answers, long above)
        {
            foreach (var (answer, number) in answers.Zip(Numbers(random, above))) await town.Telegram.Enqueue(RawUpdate.Wrote(number, kate.Id, answer));
        }
    }

    /// <summary>Rising, with gaps as other chats and kinds that the bot does not want leave them.</summary>
    private static IEnumerable<long> Numbers(Random random, long above)
    {
        while (true) yield return above += random.Next(1, 5_000);
    }
}
