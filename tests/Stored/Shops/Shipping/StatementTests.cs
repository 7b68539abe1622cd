using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

public sealed class StatementTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An answer that is written, and a press; what creates an order is the shop's own business and costs more.</summary>
    private static (int Written, int Pressed) Most => TestEngine.IsPostgres ? (2, 2) : (6, 6);

    [Fact]
    public async Task an_answer_costs_a_handful_of_statements_however_many_messages_and_chats_there_are()
    {
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        using var questions = new Questions(shop.Floor.Temp);
        List<int> written = [];
        List<int> pressed = [];

        await Does(anna.Pressing("Create order"));
        // One looks whether he has templates to begin with.
        pressed.ShouldHaveSingleItem().ShouldBeLessThanOrEqualTo(Most.Pressed + 1);
        pressed.Clear();
        foreach (var answer in Ordering.Answers) await Does(answer == "-" ? anna.Pressing("⏭️") : new Happening.Wrote(answer));

        anna.Sees("CHECK YOUR ORDER");
        written.Max().ShouldBeLessThanOrEqualTo(Most.Written);
        pressed.Max().ShouldBeLessThanOrEqualTo(Most.Pressed);

        async Task Does(Happening what)
        {
            var before = questions.All.Count;
            (await shop.Floor.Bot.Take(anna.Update(what), Ct)).ShouldBe(Receipt.Taken);
            (what is Happening.Wrote ? written : pressed).Add(questions.All.Count - before);
            await shop.Floor.Deliver();
        }
    }

    [Fact]
    public async Task a_screen_costs_a_statement_for_who_looks_one_for_what_he_sees_and_one_for_the_turn()
    {
        Assert.SkipUnless(TestEngine.IsPostgres, "On SQLite, where a statement is no journey, a turn is written by several.");
        await using var shop = await LabelShop.Open();
        var anna = await (await shop.Customer(cents: 5_00)).ToPayment(shop);
        using var questions = new Questions(shop.Floor.Temp);
        List<string> costs = [];

        await Costs("/start", new Happening.Wrote("/start"));
        anna.Sees("Return to the payment");
        await Costs("the menu", anna.Pressing("the order waits"));
        anna.Sees("My balance ($5.00)");
        await Costs("the orders", anna.Pressing("My orders"));
        await Costs("an order", anna.Pressing(" · "));
        anna.Sees("missing");
        await Costs("what is missing", anna.Pressing("Top up"));
        anna.Sees("13.41");
        await Costs("whether to leave", new Happening.Wrote("/cancel"));
        await Costs("back to the order", anna.Pressing("Yes"));
        await Costs("to the menu", new Happening.Wrote("/start"));
        await Costs("the menu again", anna.Pressing("the order waits"));
        await Costs("the balance", anna.Pressing("My balance"));

        costs.ShouldAllBe(cost => cost.EndsWith(" 2", StringComparison.Ordinal) || cost.EndsWith(" 3", StringComparison.Ordinal));

        async Task Costs(string what, Happening happening)
        {
            var before = questions.All.Count;
            (await shop.Floor.Bot.Take(anna.Update(happening), Ct)).ShouldBe(Receipt.Taken);
            costs.Add($"{what} {questions.All.Count - before}");
            await shop.Floor.Deliver();
        }
    }

    /// <summary>A statement that asks, as against one that writes what changed: one for each thing.</summary>
    [Fact, Covers("vpn:S-34")]
    public async Task of_a_hundred_updates_of_a_purchase_ninety_five_ask_the_store_three_questions_at_most_and_no_more_when_there_is_more_to_find()
    {
        Assert.SkipUnless(TestEngine.IsPostgres, "On SQLite, where a statement is no journey, the books are read account by account.");
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer(cents: 500_00);
        using var questions = new Questions(shop.Floor.Temp);
        List<(string What, int Asked)> costs = [];

        // The first time after a start an act that writes is decided twice: once where it cannot write.
        await Buys();
        costs.Clear();
        await Buys();
        var early = costs.ToList();
        for (var order = 3; order <= 9; order++) await Buys();
        costs.Clear();
        await Buys();

        var asked = costs.Select(cost => cost.Asked).Order().ToList();
        asked[(int)Math.Ceiling(asked.Count * 0.95) - 1].ShouldBeLessThanOrEqualTo(3, string.Join('\n', costs));
        asked[^1].ShouldBeLessThanOrEqualTo(4, string.Join('\n', costs));
        costs.ShouldBe(early);

        async Task Buys()
        {
            await Does("/start", new Happening.Wrote("/start"));
            await Does("create", anna.Pressing("Create order"));
            foreach (var answer in Ordering.Answers) await Does(answer, answer == "-" ? anna.Pressing("⏭️") : new Happening.Wrote(answer));
            await Does("all correct", anna.Pressing("All correct"));
            await Does("a rate", anna.Pressing("Ground Advantage"));
            await Does("information", anna.Pressing("Order information"));
            await Does("to the payment", anna.Pressing("Proceed to payment"));
            await Does("pay", anna.Pressing("Pay from balance"));
            await Does("orders", new Happening.Wrote("/orders"));
            await Does("order", anna.Pressing(Latest()));
            await Does("balance", new Happening.Wrote("/balance"));
        }

        string Latest() => anna.Buttons.First(button => button.Key.Label.Contains("#ORD-", StringComparison.Ordinal)).Key.Label;

        async Task Does(string what, Happening happening)
        {
            var before = questions.All.Count;
            (await shop.Floor.Bot.Take(anna.Update(happening), Ct)).ShouldBe(Receipt.Taken);
            costs.Add((what, questions.All.Skip(before).Count(asked => asked.TrimStart().StartsWith("select", StringComparison.OrdinalIgnoreCase))));
            await shop.Floor.WorkAndDeliver();
        }
    }
}
