using System.Globalization;
using System.Text.RegularExpressions;
using Lavka.Commerce;
using Lavka.Simulator.Telegram.Chat;
using Shouldly;

namespace Lavka.Whole;

/// <summary>
/// One customer's way through an order: each method is one thing he does, and ends when he sees what must follow.
/// After each, one message at most has live buttons (shipping:A11).
/// </summary>
public sealed partial class Order(Town town, Customer customer)
{
    /// <summary>What the chosen label costs the customer.</summary>
    public string Price { get; private set; } = "";

    public async Task Begins()
    {
        await customer.Says("/start", "Hello");
        await Settled();
        await customer.Taps("Create order", Answers.Step(1));
        await Settled();
    }

    public async Task AnswersAll(string weight = "2.5", int from = 1)
    {
        for (var step = from; step <= Answers.All.Count; step++)
        {
            var answer = step == Answers.WeightStep ? weight : Answers.All[step - 1];
            await customer.Says(answer, step == Answers.All.Count ? "CHECK YOUR ORDER" : Answers.Step(step + 1));
            await Settled();
        }
    }

    public async Task Confirms()
    {
        await customer.Taps("All correct", "Choose a rate");
        await Settled();
    }

    public async Task Chooses(string service = "USPS Ground")
    {
        await customer.Taps(service);
        ReadPrice(await customer.Sees("Pay for order"));
        await Settled();
    }

    /// <summary>Asks for an invoice from the payment of the order and returns its track id.</summary>
    public async Task<string> AsksForInvoice(string amount = "100")
    {
        await customer.Taps("Top up", "How much would you like to top up");
        await customer.Says(amount, "The invoice is ready");
        await Settled();
        return await town.OxaPay.LatestInvoice();
    }

    public async Task TopsUp(string amount = "100")
    {
        await town.OxaPay.Pay(await AsksForInvoice(amount));
        await customer.Sees("Your balance was topped up");
        await Settled();
    }

    public async Task Pays()
    {
        await customer.Taps("Pay the order", "To pay");
        await customer.Taps("Pay from balance");
        await Arrives();
    }

    /// <summary>The label's PDF is there, and below it the way on.</summary>
    public async Task Arrives()
    {
        await customer.Sees("Thank you");
        await Settled();
    }

    /// <summary>An order that waits for its payment.</summary>
    public async Task Waits()
    {
        await Begins();
        await AnswersAll();
        await Confirms();
        await Chooses();
    }

    /// <summary>An order with its pay button in sight and enough money.</summary>
    public async Task HasMoney()
    {
        await Waits();
        await TopsUp("50");
        await customer.Taps("Pay the order", "To pay");
    }

    /// <summary>Notes the price that the payment's screen shows.</summary>
    public void ReadPrice(MessageView payment) => Price = ToPay().Match(payment.Text!).Groups["price"].Value;

    /// <summary>Exactly one label at the carrier, exactly one charge to a balance of so many dollars, and the books are right.</summary>
    public async Task IsPaidOnce(decimal balance)
    {
        (await town.Carrier.Labels()).Count.ShouldBe(1);
        (await customer.Balance()).ShouldBe((balance - decimal.Parse(Price, CultureInfo.InvariantCulture)).ToString("0.00", CultureInfo.InvariantCulture));
        (await town.Store.Postings(PostingReason.Capture)).ShouldBe(1);
        await town.Store.BooksAreRight();
    }

    /// <summary>Each of the 18 questions was put once, in its order (shipping:A01, A10).</summary>
    public async Task WasAskedStepByStep() => AreSteps(await town.Telegram.Prompts(customer.Id));

    /// <summary>The same for a host that was killed: a question whose sending was not noted before the end may have been sent once more, and nothing else.</summary>
    public async Task WasAskedStepByStepThroughKills()
    {
        var prompts = await town.Telegram.Prompts(customer.Id);
        AreSteps([.. prompts.Where((prompt, i) => i == 0 || prompt != prompts[i - 1])]);
    }

    /// <summary>Every answer arrived at the carrier as it was typed.</summary>
    public async Task IsOnTheLabel()
    {
        var request = (await town.Carrier.Requests("POST", "/labels"))[0];
        var shipment = request["body"]!["shipment"]!.ToJsonString(TownJson.Readable);
        foreach (var answer in Answers.All) shipment.ShouldContain(answer);
    }

    public static void AreSteps(IReadOnlyList<string> prompts)
    {
        prompts.Count.ShouldBe(Answers.All.Count);
        foreach (var (i, prompt) in prompts.Index()) prompt.ShouldContain(Answers.Step(i + 1));
    }

    private Task Settled() => customer.HasOneKeyboardAtMost();

    [GeneratedRegex(@"To pay: \$(?<price>\d+\.\d\d)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ToPay();
}
