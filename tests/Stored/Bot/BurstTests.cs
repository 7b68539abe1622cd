using Lavka.Bot;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

public sealed class BurstTests
{
    private const int Messages = 20;
    private const int Presses = 5;

    private static readonly string[] Texts = ["Riga", "12", "Brivibas 1", "x", "Tartu", "/help", "/start", "/back", "/skip", "/none", "Boomtown"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, Covers("faults:F5", "faults:F6")]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task twenty_messages_and_five_presses_at_once_leave_what_they_leave_one_by_one(int seed)
    {
        var random = new Random(seed);
        var acts = await Acts(random);

        var oneByOne = await Left(acts, async (_, bot, updates) =>
        {
            foreach (var update in updates) (await bot.Take(update, Ct)).ShouldBe(Receipt.Taken);
        });
        var atOnce = await Left(acts, async (shop, bot, updates) =>
        {
            // While the first is taken all others come, in any order.
            var gate = new TaskCompletionSource();
            shop.Opening = (_, _) => gate.Task;
            random.Shuffle(updates.AsSpan(1));
            var taking = updates.Select(update => bot.Take(update, Ct)).ToList();
            gate.SetResult();
            (await Task.WhenAll(taking)).ShouldAllBe(receipt => receipt == Receipt.Taken);
        });

        atOnce.ShouldBe(oneByOne);
    }

    /// <summary>A command that opens the shop's desk, then what an impatient person may do in any order, with every button that he may have seen.</summary>
    private static async Task<IReadOnlyList<Happening>> Acts(Random random)
    {
        await using var floor = await TinyShop.Open();
        var anna = await InForm(floor);
        var buttons = anna.Buttons.ToList();
        foreach (var text in new[] { "Riga", "/skip", "/start", "/cancel" }) buttons.AddRange((await anna.Writes(text)).Buttons);
        var acts = random.GetItems(Texts, Messages - 1).Select(Happening (text) => new Happening.Wrote(text))
            .Concat(random.GetItems(buttons.ToArray(), Presses).Select(button => new Happening.Pressed(button.Key.Data!, "q", button.Under.Id))).ToArray();
        random.Shuffle(acts);
        return [new Happening.Wrote("/help"), .. acts];
    }

    /// <summary>What the shop has, what stands in the chat and what the bot keeps of it, but for the numbers of the updates.</summary>
    private static async Task<string> Left(IReadOnlyList<Happening> acts, Func<TinyShop, ShopBot<TinyDesk>, Inbound[], Task> take)
    {
        var shop = new TinyShop();
        await using var floor = await TinyShop.Open(shop);
        var anna = await InForm(floor);
        await take(shop, floor.Bot, [.. acts.Select(anna.Update)]);
        await floor.Deliver();
        var (notes, faults) = (await floor.Count("notes"), await floor.Count("dead_letters"));
        return $"{notes} notes, {faults} faults\n{((await floor.State()) with { Seen = SeenUpdates.None }).ToJson()}\n{anna.All}";
    }

    private static async Task<Guest<TinyDesk>> InForm(BotFloor<TinyDesk> floor) => await (await floor.Guest().Writes("/start")).Taps("To form");
}
