using Lavka.Kit;
using Lavka.Stored.Bot;
using Lavka.Stored.Commerce;
using Lavka.Talk;
using Shouldly;
using Xunit;
using LabelState = Lavka.Shops.Shipping.LabelState;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>A purchase that the carrier never answered waits for the owner's word, and the carrier's prevails over it.</summary>
public sealed class UnresolvedTests
{
    private const long Price = 18_41;
    private const long Purse = 50_00;

    [Fact, Covers("faults:F20")]
    public async Task a_label_that_was_bought_is_charged_and_delivered_when_the_owner_says_so()
    {
        await using var shop = await LabelShop.Open();
        var (owner, anna) = await NeverAnswered(shop, isBought: true);

        await owner.Writes("/unresolved");
        owner.Sees((await shop.Order()).Id, "USPS Ground Advantage · $18.41");
        await owner.Taps("was bought");
        owner.Note.ShouldBe("Comparing with the carrier; the answer comes as a message.");
        await shop.Floor.WorkAndDeliver();

        await Delivered(shop, anna);
        owner.Sees("A new label!");
        await owner.Writes("/unresolved");
        owner.Sees("nothing to resolve");
    }

    [Fact, Covers("faults:F20")]
    public async Task a_label_that_was_not_bought_gives_the_money_back_and_the_order_can_be_paid_again()
    {
        await using var shop = await LabelShop.Open();
        var (owner, anna) = await NeverAnswered(shop, isBought: false);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromSeconds(1));

        await owner.Writes("/unresolved");
        await owner.Taps("was not");
        await shop.Floor.WorkAndDeliver();

        anna.Sees("no label was created", "the money is back on your balance");
        (await shop.Money()).ShouldBe((Purse, 0, 0));
        owner.Sees("there is no label; $18.41 went back");
        await anna.Taps("To the payment");
        await anna.Taps("Pay from balance");
        await shop.Floor.WorkAndDeliver();
        await Delivered(shop, anna);
    }

    [Fact, Covers("faults:F20")]
    public async Task a_slip_of_the_owner_s_finger_neither_gives_a_label_away_nor_takes_money_for_none()
    {
        await using var sold = await LabelShop.Open();
        var (owner, anna) = await NeverAnswered(sold, isBought: true);
        await owner.Writes("/unresolved");
        await owner.Taps("was not");
        await sold.Floor.WorkAndDeliver();
        await Delivered(sold, anna);

        await using var unsold = await LabelShop.Open();
        (owner, anna) = await NeverAnswered(unsold, isBought: false);
        await owner.Writes("/unresolved");
        await owner.Taps("was bought");
        await unsold.Floor.WorkAndDeliver();
        owner.Sees("the carrier shows no label");
        (await unsold.Money()).ShouldBe((Purse - Price, Price, 0));
        (await unsold.Order()).State.ShouldBe(LabelState.Unresolved);
    }

    [Fact]
    public async Task while_the_carrier_stays_silent_the_owner_s_no_counts_and_his_yes_is_asked_for_on_and_on()
    {
        await using var shop = await LabelShop.Open();
        var (owner, _) = await NeverAnswered(shop, isBought: false, isStillDown: true);
        await owner.Writes("/unresolved");
        await owner.Taps("was bought");
        await shop.OutOfPatience();
        owner.Sees("the carrier shows no label");
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));

        await owner.Writes("/unresolved");
        await owner.Taps("was not");
        await shop.Floor.WorkAndDeliver();

        (await shop.Money()).ShouldBe((Purse, 0, 0));
        await shop.Floor.Temp.BooksAreRight();
    }

    [Fact]
    public async Task an_order_whose_time_ran_out_meanwhile_is_expired_when_it_was_not_bought()
    {
        await using var shop = await LabelShop.Open();
        var (owner, anna) = await NeverAnswered(shop, isBought: false);
        shop.Floor.Temp.Clock.Advance(TimeSpan.FromHours(2));
        await shop.Floor.WorkAndDeliver();

        await owner.Writes("/unresolved");
        await owner.Taps("was not");
        await shop.Floor.WorkAndDeliver();

        (await shop.Order()).State.ShouldBe(LabelState.Expired);
        (await shop.Money()).ShouldBe((Purse, 0, 0));
        await anna.Taps("Get new rates");
        await shop.Floor.WorkAndDeliver();
        anna.Sees("Choose a rate");
    }

    [Fact]
    public async Task nobody_but_the_owner_can_see_or_decide_it()
    {
        await using var shop = await LabelShop.Open();
        var (_, anna) = await NeverAnswered(shop, isBought: false);
        var id = (await shop.Order()).Id;
        await anna.Writes("/unresolved");
        anna.Sees("There is nothing here any more.");

        foreach (var verdict in new[] { "not", "bought" })
        {
            await anna.Does(new Happening.Pressed($"/unresolved/{id}/{verdict}", "q", null));
            anna.Note.ShouldBe("This button is no longer active.");
        }

        await shop.Floor.WorkAndDeliver();
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));
    }

    [Fact]
    public async Task a_verdict_pressed_twice_and_both_verdicts_one_after_the_other_move_the_money_once()
    {
        await using var shop = await LabelShop.Open();
        var (owner, anna) = await NeverAnswered(shop, isBought: true);
        await owner.Writes("/unresolved");
        var (yes, no) = (owner.Pressing("was bought"), owner.Pressing("was not"));

        foreach (var press in new[] { yes, yes, no, no }) await owner.Does(press);
        await shop.Floor.WorkAndDeliver();

        await Delivered(shop, anna);
        await owner.Does(no);
        owner.Note.ShouldBe("This order is already resolved.");
    }

    /// <summary>An order whose purchase was given up, and whether its label exists all the same.</summary>
    private static async Task<(Guest<Lavka.Commerce.Desk> Owner, Guest<Lavka.Commerce.Desk> Anna)> NeverAnswered(LabelShop shop, bool isBought, bool isStillDown = false)
    {
        var owner = await shop.Customer(chat: LabelShop.OwnerChat);
        var anna = await (await shop.Customer(Purse)).ToPayment(shop);
        shop.Carrier.Before = call => call.Contains("labels", StringComparison.Ordinal) ? throw new HttpRequestException("down") : Task.CompletedTask;
        if (isBought) shop.Carrier.Sold.TryAdd((await shop.Order()).Id, "ground-1");
        await anna.Taps("Pay from balance");
        await shop.OutOfPatience();
        owner.Sees("it is unknown whether the label was bought", "/unresolved");
        (await shop.Order()).State.ShouldBe(LabelState.Unresolved);
        (await shop.Money()).ShouldBe((Purse - Price, Price, 0));
        if (!isStillDown) shop.Carrier.Before = _ => Task.CompletedTask;
        return (owner, anna);
    }

    private static async Task Delivered(LabelShop shop, Guest<Lavka.Commerce.Desk> anna)
    {
        (await shop.Order()).State.ShouldBe(LabelState.Delivered);
        (await shop.Money()).ShouldBe((Purse - Price, 0, Price));
        anna.Chat.Count(shown => shown.Message.File is not null).ShouldBe(1);
        shop.Carrier.Sold.Count.ShouldBe(1);
        await shop.Floor.Temp.BooksAreRight();
    }
}
