using System.Text;
using Lavka.Kit;
using Lavka.Simulator.Telegram.Chat;
using Shouldly;
using Xunit;

namespace Lavka.Whole;

public sealed class WholeOrderTests
{
    [Fact]
    [Covers("shipping:A01", "shipping:A10", "shipping:A11")]
    public async Task By_webhook_a_label_is_bought_in_18_answers_each_given_once()
    {
        await using var town = await Town.Open();
        var (kate, _) = await town.NewCustomerByHand();
        await BuysALabel(town, kate);
    }

    [Theory]
    [InlineData("Webhook")]
    [InlineData("Polling")]
    [Covers("shipping:A01", "shipping:A10", "shipping:A11", "shipping:H10")]
    public async Task Delivered_by_Telegram_in_either_mode_the_same_label_is_bought(string mode)
    {
        await using var town = await Town.Open(new TownPlan { Mode = mode });
        await BuysALabel(town, await town.NewCustomer());
        (await town.Telegram.Refused()).ShouldBeEmpty();
    }

    [Fact]
    [Covers("shipping:A17", "shipping:A08")]
    public async Task While_the_carrier_keeps_one_customer_waiting_another_goes_on()
    {
        await using var town = await Town.Open();
        var (kate, ben) = (await town.NewCustomer("Kate"), await town.NewCustomer("Ben"));
        var (first, second) = (new Order(town, kate), new Order(town, ben));
        await first.Begins();
        await first.AnswersAll();
        await town.Carrier.Fails("slow", "/rates", seconds: 60);
        await kate.Taps("All correct", "Asking the carriers for rates");

        await second.Begins();
        foreach (var (i, answer) in Answers.All.Take(5).Index()) await ben.Says(answer, Answers.Step(i + 2));

        await kate.Sees("Asking the carriers for rates");
    }

    private static async Task BuysALabel(Town town, Customer kate)
    {
        var order = new Order(town, kate);
        await order.Waits();
        await order.TopsUp("50");
        await order.Pays();

        await order.WasAskedStepByStep();
        await order.IsOnTheLabel();
        await ThePdfIsThere(town, kate);
        await order.IsPaidOnce(50);
    }

    private static async Task ThePdfIsThere(Town town, Customer kate)
    {
        var tracking = (string)(await town.Carrier.Labels()).ShouldHaveSingleItem()["tracking_number"]!;
        var messages = (await kate.Chat()).Messages;
        messages.ShouldContain(message => Customer.Says(message, $"Tracking number: {tracking}"));
        var file = messages.Select(message => message.Document).OfType<FileView>().ShouldHaveSingleItem();
        file.Name.ShouldBe($"{tracking}.pdf");
        var pdf = Encoding.Latin1.GetString(await town.Telegram.Download(file));
        pdf.ShouldStartWith("%PDF-");
        pdf.TrimEnd().ShouldEndWith("%%EOF");
    }
}
