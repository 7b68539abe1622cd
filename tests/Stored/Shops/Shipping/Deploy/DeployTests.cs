using System.Globalization;
using Lavka.Bot;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Stored.Bot;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping.Deploy;

/// <summary>A new version of the order form takes over a thousand orders that today's bot left half filled in its store.</summary>
public sealed class DeployTests
{
    private const int Customers = 1000;

    /// <summary>Every so manyth customer goes on to the very end.</summary>
    private const int Thorough = 10;

    private static readonly Dictionary<string, string> NewAnswers = new()
    {
        ["company"] = "Acme", ["contents"] = "Books", ["postcode"] = "10001", ["name"] = "Ann Lee", ["street"] = "1 Main St.", ["state"] = "WA", ["city"] = "Seattle",
        ["phone"] = "+12065550100", ["weight"] = "7", ["length"] = "5", ["width"] = "6", ["height"] = "7",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact, Covers("shipping:A12", "faults:F16")]
    public async Task a_thousand_half_filled_orders_survive_a_deploy_and_are_asked_only_what_is_new()
    {
        await using var shop = await LabelShop.Open();
        var left = new List<(HalfFilled From, ChatState State)>();
        foreach (var (from, i) in HalfFilled.Everywhere.Select((from, i) => (from, i))) left.Add((from, await Leave(shop, from, i.ToString(CultureInfo.InvariantCulture))));
        await Copy(shop, left);

        var next = new NextRelease(await shop.Floor.Temp.Reopen());
        await Task.WhenAll(Enumerable.Range(0, Customers).Select(async i =>
        {
            var (from, state) = left[i % left.Count];
            await GoesOn(next, ChatOf(i), from, state, isThorough: i / left.Count % Thorough == 0);
        }));

        (await shop.Floor.DeadLetters()).ShouldBeEmpty();
    }

    /// <summary>A customer of today's shop stops there.</summary>
    private static async Task<ChatState> Leave(LabelShop shop, HalfFilled from, string chat)
    {
        var guest = shop.Floor.Guest(chat);
        foreach (var deed in from.Deeds) (await shop.Floor.Bot.Take(guest.Update(deed), Ct)).ShouldBe(Receipt.Taken);
        var state = await shop.Floor.State(chat);
        state.Dialog.ShouldNotBeNull(from.Where).Answers.Count(answer => answer.Key != "review").ShouldBe(from.Answered, from.Where);
        return state;
    }

    /// <summary>A thousand rows as today's bot wrote them.</summary>
    private static Task Copy(LabelShop shop, IReadOnlyList<(HalfFilled From, ChatState State)> left) => shop.Floor.Temp.Store.Write(async (tx, ct) =>
    {
        for (var i = 0; i < Customers; i++)
        {
            var state = left[i % left.Count].State with { Person = new Person(ChatOf(i), "Anna", "anna", "en") };
            (await Chats.Save(tx, new ChatKey(BotFloor<Desk>.Id, ChatOf(i)), 0, state.ToJson(), ct)).ShouldBeTrue();
        }
        return true;
    }, Ct);

    /// <summary>He sends a sticker to see where he is, then answers what he is asked.</summary>
    private static async Task GoesOn(NextRelease next, string chat, HalfFilled from, ChatState before, bool isThorough)
    {
        await next.Hears(chat, new Happening.Sent("sticker", null, null));
        if (before.Dialog!.Pane is not null) await next.Presses(chat, new Tap.Return());
        foreach (var key in isThorough ? from.Asked : from.Asked.Take(2))
        {
            (await next.Asks(chat)).ShouldBe(key, $"{from.Where}, chat {chat}");
            if (key != "review") await next.Hears(chat, new Happening.Wrote(NewAnswers[key.Split('/')[1]]));
        }
        var answers = (await next.State(chat)).Dialog!.Answers;
        foreach (var (key, answer) in before.Dialog.Answers.Where(kept => kept.Key != from.Again)) answers[key].ShouldBe(answer, $"{from.Where}: {key}");
        if (!isThorough) return;
        await next.Hears(chat, new Happening.Wrote("Confirm"));
        (await next.State(chat)).Dialog.ShouldBeNull(from.Where);
    }

    private static string ChatOf(int i) => (1000 + i).ToString(CultureInfo.InvariantCulture);
}
