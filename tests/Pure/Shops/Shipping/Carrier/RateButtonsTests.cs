using System.Text;
using Lavka.Commerce;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed class RateButtonsTests
{
    private const int MostBytes = 64;

    private static readonly Dictionary<string, string?> Answers = new()
    {
        ["from/name"] = "John Smith", ["from/street"] = "215 Clayton St.", ["from/street2"] = null, ["from/city"] = "San Francisco", ["from/state"] = "CA",
        ["from/zip"] = "94102", ["from/phone"] = null,
        ["to/name"] = "Mary Jones", ["to/street"] = "350 Fifth Ave", ["to/street2"] = null, ["to/city"] = "New York", ["to/state"] = "NY",
        ["to/zip"] = "10118", ["to/phone"] = null,
        ["parcel/weight"] = "2.5", ["parcel/length"] = null,
    };

    [Fact, Covers("shipping:E23")]
    public async Task fifteen_rates_with_long_ids_fit_their_buttons_and_each_button_is_its_own_rate()
    {
        var rates = RateFilter.Choose(Enumerable.Range(1, 30).Select(n => new Rate(
            $"se-{n}-" + new string('x', 200), "se-1", $"carrier{n % 6}", Carrier.Other, $"service_{n}", $"A very long name of a service, number {n}", n * 100, null, null)));
        rates.Count.ShouldBe(15);
        var dialog = new OrderDialog(
            (_, _) => Task.FromResult<Found<Offers>>(new Found<Offers>.Value(new Offers(rates, DateTimeOffset.UnixEpoch))), new Pricing(new Money(10_00, Currency.Usd)), 0);

        var asked = await AskedForRate(dialog);

        var data = Data(asked.Prompt.View);
        data.ShouldAllBe(press => Encoding.UTF8.GetByteCount(press) <= MostBytes);
        data.ShouldBeUnique();
        var chosen = data.Take(rates.Count).Select(press => dialog.Step(asked.State, Tapped(press)).ShouldBeOfType<Outcome.Done>().Result);
        chosen.Cast<ChosenRate>().Select(choice => choice.Rate).ShouldBe(rates);
    }

    /// <summary>Confirms the review and does the work behind it, as the bot would.</summary>
    private static async Task<Outcome.Asks> AskedForRate(OrderDialog dialog)
    {
        var review = dialog.Step(DialogState.Open(dialog.Name, "d123456789", Answers), new Input.Open()).ShouldBeOfType<Outcome.Asks>();
        var needs = dialog.Step(review.State, Tapped(Data(review.Prompt.View)[0])).ShouldBeOfType<Outcome.Needs>();
        var result = await needs.Work.Run(needs.Work.Key, TestContext.Current.CancellationToken);
        return dialog.Step(needs.State, new Input.Supplied(needs.Work.Key, result)).ShouldBeOfType<Outcome.Asks>();
    }

    private static Input.Tapped Tapped(string data) => TapCode.Read(data) is { } read ? new Input.Tapped(read.AtCode, read.Tap) : throw new ShouldAssertException(data);

    private static List<string> Data(View view) => [.. view.In(Language.Ru).Rows.SelectMany(row => row).Select(key => key.Data!)];
}
