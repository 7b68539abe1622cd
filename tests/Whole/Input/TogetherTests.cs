using System.Diagnostics;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class TogetherTests(ITestOutputHelper output)
{
    private static readonly TimeSpan MostDelay = TimeSpan.FromSeconds(1);

    /// <summary>Three pairs answer seventeen questions each.</summary>
    private const int Pairs = 3;

    private static readonly IReadOnlyList<(string Text, string Then)> Answered =
        [.. Answers.All.Take(17).Index().Select(answer => (answer.Item, Answers.Step(answer.Index + 2)))];

    [Fact]
    [Covers("shipping:A08")]
    public async Task Two_who_type_at_the_same_moment_fifty_times_do_not_wait_for_one_another_and_lose_nothing()
    {
        await using var town = await Town.Open();
        List<TimeSpan> alone = [], together = [];
        var alma = await Begun(town, "Alma");
        foreach (var (text, then) in Answered) alone.Add(await Types(alma, text, then));

        for (var pair = 0; pair < Pairs; pair++)
        {
            var (ann, ben) = (await Begun(town, "Ann"), await Begun(town, "Ben"));
            foreach (var (text, then) in Answered) together.AddRange(await Task.WhenAll(Types(ann, text, then), Types(ben, text, then)));
        }

        output.WriteLine($"Alone: median {At(alone, 0.5)}, 95 of 100 {At(alone, 0.95)}. Together: median {At(together, 0.5)}, 95 of 100 {At(together, 0.95)}.");
        At(together, 0.5).ShouldBeLessThan(MostDelay);
        // Two on a slow machine take twice as long; they must not wait for each other besides.
        At(together, 0.95).ShouldBeLessThan(MostDelay + (3 * At(alone, 0.95)));
    }

    private static async Task<Customer> Begun(Town town, string name)
    {
        var (person, _) = await town.NewCustomerByHand(name);
        await new Order(town, person).Begins();
        return person;
    }

    /// <summary>How long he waits until the last message asks what must follow.</summary>
    private static async Task<TimeSpan> Types(Customer person, string text, string then)
    {
        var began = Stopwatch.GetTimestamp();
        await person.Says(text);
        await Until.True(async () => Customer.Says((await person.Chat()).Messages.Last(message => message.From == "bot"), then),
            $"after \"{text}\" the bot says \"{then}\"");
        return Stopwatch.GetElapsedTime(began);
    }

    private static TimeSpan At(List<TimeSpan> times, double share) => times.Order().ElementAt((int)(times.Count * share));
}
