using Lavka.Kit;
using Lavka.Stored.Bot;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>
/// Cancel and the way back, with the bot, the store and a new process in between: the screen is the same, and the next valid answer is taken (shipping:B01,
/// B02, B03).
/// </summary>
public sealed class ReturningTests
{
    private static readonly Dictionary<string, (Func<Guest<Lavka.Commerce.Desk>, LabelShop, Task> Arrive, Func<Guest<Lavka.Commerce.Desk>, Task> Next, string Then)> Places = new()
    {
        ["a field edited alone"] = (Edits("Sender", "ZIP"), guest => guest.Writes("94103"), "San Francisco, CA 94103"),
        ["a field that may be skipped"] = (Edits("Recipient", "Phone"), guest => guest.Taps("Skip"), "CHECK YOUR ORDER"),
        ["a field kept as it was"] = (Edits("Recipient", "Apt/suite"), guest => guest.Taps("Keep: Suite 200"), "Suite 200"),
        ["the weight"] = (Edits("Parcel", "Weight"), guest => guest.Writes("7"), "7 lb"),
        ["a whole section"] = (Edits("Sender", "whole section"), guest => guest.Writes("Ann Lee"), "Street and number?"),
        ["a whole section, in the middle"] = (
            async (guest, shop) =>
            {
                await Edits("Sender", "whole section")(guest, shop);
                for (var step = 0; step < 3; step++) await guest.Taps("Keep");
            },
            guest => guest.Writes("Oakland"), "State, two letters?"),
        ["the list of parts"] = (async (guest, _) => await (await guest.ToReview()).Taps("Edit the data"), guest => guest.Taps("Parcel"), "Choose one field"),
        ["the review"] = (async (guest, _) => await guest.ToReview(), guest => guest.Taps("All correct"), "Asking the carriers"),
        ["the rates"] = (async (guest, shop) => await guest.ToRates(shop), guest => guest.Taps("UPS Ground"), "To pay: <b>$19.99</b>"),
        ["an offer in Latin letters"] = (
            async (guest, shop) =>
            {
                await Edits("Sender", "Name")(guest, shop);
                await guest.Writes("Иван Петров");
                await guest.Writes("/help");
            },
            guest => guest.Taps("✅ Ivan Petrov"), "Ivan Petrov"),
    };

    public static TheoryData<string> Names => [.. Places.Keys];

    [Theory, Covers("shipping:B01", "shipping:B02", "shipping:B03")]
    [MemberData(nameof(Names))]
    public async Task whoever_returns_from_cancel_finds_the_same_screen_in_another_process_and_goes_on_from_it(string place)
    {
        var (arrive, next, then) = Places[place];
        await using var shop = await LabelShop.Open();
        var anna = await shop.Customer();
        await arrive(anna, shop);
        var (screen, state) = (anna.Seen, (await shop.Floor.State()).Dialog!.ToJson());

        await anna.Writes("/cancel");
        anna.Sees("Do you really want to cancel the order?");
        await shop.Floor.Restart();
        await anna.Taps("Return to the order");

        Bare(anna.Seen).ShouldBe(Bare(screen));
        (await shop.Floor.State()).Dialog!.ToJson().ShouldBe(state);
        await shop.Floor.Restart();
        await next(anna);
        anna.Sees(then);
    }

    /// <summary>Whatever stood above the question when it came (the accepted answer before it) is not said twice.</summary>
    private static string Bare(string screen) => screen.StartsWith('✅') ? screen[(screen.IndexOf("\n\n", StringComparison.Ordinal) + 2)..] : screen;

    private static Func<Guest<Lavka.Commerce.Desk>, LabelShop, Task> Edits(string part, string field) => async (guest, _) =>
    {
        await guest.ToReview();
        await guest.Taps("Edit the data");
        await guest.Taps(part);
        await guest.Taps(field);
    };
}
