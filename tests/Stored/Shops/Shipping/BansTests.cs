using Lavka.Bot;
using Lavka.Kit;
using Lavka.Stored.Bot;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>The owner's list of those who sent too much, in his own chat.</summary>
[Covers("vpn:S-11")]
public sealed class BansTests
{
    private static readonly RateLimit Limit = new() { Exempt = new HashSet<string> { LabelShop.OwnerChat } };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_owner_sees_who_is_not_heard_and_by_a_button_he_is_heard_again()
    {
        await using var shop = await LabelShop.Open(limit: Limit);
        var anna = await Banned(shop);
        var owner = await (await shop.Customer(chat: LabelShop.OwnerChat)).Writes("/bans");
        owner.Sees("Anna · ", " min more", "[🔓 Hear Anna again]");

        foreach (var _ in new[] { 1, 2 }) await owner.Taps("Hear Anna again");

        owner.Note.ShouldBe("The bot hears Anna again");
        await shop.Floor.WorkAndDeliver();
        (await shop.Floor.Count("jobs where kind = 'ban.lift'")).ShouldBe(1);
        var before = anna.Chat.Count;
        await anna.Writes("/start");
        anna.Chat.Count.ShouldBe(before + 1);
        await owner.Taps("Refresh");
        owner.Sees("The bot hears everybody");
    }

    [Fact]
    public async Task who_is_heard_again_by_himself_is_not_on_the_list_and_an_old_button_says_so()
    {
        await using var shop = await LabelShop.Open(limit: Limit);
        await Banned(shop);
        var owner = await (await shop.Customer(chat: LabelShop.OwnerChat)).Writes("/bans");

        shop.Floor.Temp.Clock.Advance(Limit.Ban);
        await owner.Taps("Hear Anna again");

        owner.Note.ShouldBe("He is heard again already.");
        await owner.Taps("Refresh");
        owner.Sees("The bot hears everybody");
    }

    [Fact]
    public async Task to_anybody_else_the_list_and_its_buttons_do_not_exist()
    {
        await using var shop = await LabelShop.Open(limit: Limit);
        await Banned(shop);
        var bob = await (await shop.Customer(chat: "8")).Writes("/bans");
        bob.Sees("There is nothing here any more.");

        await bob.Does(new Happening.Pressed("/bans/7/lift", "q", bob.Chat[^1].Id));

        bob.Note.ShouldBe("This button is no longer active.");
        (await shop.Floor.Count("jobs where kind = 'ban.lift'")).ShouldBe(0);
        (await shop.Floor.Bot.Bans(Ct)).ShouldHaveSingleItem().Chat.Chat.ShouldBe("7");
    }

    private static async Task<Guest<Lavka.Commerce.Desk>> Banned(LabelShop shop)
    {
        var anna = await shop.Customer();
        for (var update = 0; update < Limit.Most; update++) await anna.Writes("/start");
        anna.Sees("For the next 300 s");
        return anna;
    }
}
