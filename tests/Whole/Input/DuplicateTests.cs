using System.Net;
using System.Text.Json.Nodes;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class DuplicateTests
{
    private const int People = 8;

    [Theory, MemberData(nameof(Setups.Nodes), MemberType = typeof(Setups))]
    [Covers("shipping:A07", "shipping:A10", "faults:F3")]
    public async Task Every_update_posted_three_times_at_once_counts_once(int nodes)
    {
        await using var town = await Town.Open(new TownPlan { Nodes = nodes });
        var (kate, raw) = await town.NewCustomerByHand();
        var thrice = new Customer(town.Telegram, kate.Id, new Threefold(raw));
        var order = new Order(town, thrice);

        await order.Waits();
        await order.TopsUp("50");
        await order.Pays();

        await order.WasAskedStepByStep();
        await order.IsPaidOnce(50);
    }

    [Fact]
    [Covers("faults:F3", "shipping:A07", "shipping:A08")]
    public async Task Hundreds_of_random_repetitions_in_many_chats_change_nothing()
    {
        await using var town = await Town.Open();
        await Task.WhenAll(Enumerable.Range(0, People).Select(seed => AnswersWithRepetitions(town, new Random(seed))));
        await town.Store.BooksAreRight();
    }

    /// <summary>Each answer comes one to five times at once, together with some that were taken long ago.</summary>
    private static async Task AnswersWithRepetitions(Town town, Random random)
    {
        var (kate, raw) = await town.NewCustomerByHand();
        var order = new Order(town, kate);
        await order.Begins();
        var taken = new List<JsonObject>();
        for (var step = 1; step <= 17; step++)
        {
            var update = RawUpdate.Wrote(raw.NextId(), kate.Id, Answers.All[step - 1]);
            IEnumerable<JsonObject> old = taken.Count == 0 ? [] : random.GetItems(taken.ToArray(), random.Next(3));
            var deliveries = Enumerable.Repeat(update, random.Next(1, 6)).Concat(old).ToArray();
            random.Shuffle(deliveries);
            foreach (var status in await Task.WhenAll(deliveries.Select(raw.Post))) status.ShouldBe(HttpStatusCode.OK);
            taken.Add(update);
        }
        await kate.Sees(Answers.Step(18));
        await order.WasAskedStepByStep();
    }

    /// <summary>A messenger that delivers everything three times at once.</summary>
    private sealed class Threefold(RawDelivery raw) : IDelivery
    {
        public Task Write(string text) => Post(RawUpdate.Wrote(raw.NextId(), raw.Person, text));

        public async Task<string?> Press(int message, string data)
        {
            await Post(RawUpdate.Pressed(raw.NextId(), raw.Person, message, data));
            return null;
        }

        private async Task Post(JsonObject update)
        {
            foreach (var status in await Task.WhenAll(raw.Post(update), raw.Post(update), raw.Post(update))) status.ShouldBe(HttpStatusCode.OK);
        }
    }
}
