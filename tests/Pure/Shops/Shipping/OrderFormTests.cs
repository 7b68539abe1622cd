using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

public sealed partial class OrderFormTests
{
    private static readonly int Questions = Orders.Usual.Count;

    private readonly Orders _orders = new();

    [Fact]
    public void eighteen_answers_lead_through_eighteen_questions_to_the_review()
    {
        var chat = _orders.Open();
        foreach (var (key, answer) in Orders.Usual)
        {
            chat.Prompt.Key.ShouldBe(key);
            chat.Answer(answer);
        }
        chat.Prompt.Key.ShouldBe("review");
        chat.Shows("John Smith", "215 Clayton St.", "San Francisco, CA 94102", "Suite 200", "New York, NY 10118-0110", "+12125550102", "5.5 lb · 12 × 8.25 × 4 in");
    }

    [Theory, Covers("shipping:A13")]
    [InlineData("every side typed", "5.5", "1", "2", "3")]
    [InlineData("standard from the length", "5.5", null)]
    [InlineData("standard from the width", "5.5", "1", null)]
    [InlineData("standard height", "5.5", "1", "2", null)]
    [InlineData("exactly ten pounds", "10", null)]
    [InlineData("heavy, no standard", "10.01", "1", "2", "3")]
    public void the_steps_are_numbered_without_a_gap_on_every_branch(string branch, params string?[] parcel)
    {
        var chat = _orders.Open();
        List<(int Step, int Total)> steps = [StepOf(chat)];
        foreach (var answer in Orders.Usual.Take(14).Select(usual => usual.Answer).Concat(parcel))
        {
            chat.Answer(answer);
            if (chat.Prompt.Key != "review") steps.Add(StepOf(chat));
        }
        chat.Prompt.Key.ShouldBe("review", branch);
        steps.ShouldBe(Enumerable.Range(1, 14 + parcel.Length).Select(step => (step, Questions)), branch);
    }

    [Fact, Covers("shipping:A14")]
    public void a_state_needs_its_two_letters_and_is_written_large()
    {
        var chat = _orders.At("to/state");
        chat.Say("california").Shows("A two-letter code of a state").Prompt.Key.ShouldBe("to/state");
        chat.Say("XX").Shows("A two-letter code of a state").Prompt.Key.ShouldBe("to/state");
        chat.Say("ca").Prompt.Key.ShouldBe("to/zip");
        chat.State!.Answers["to/state"].ShouldBe("CA");
    }

    [Theory, Covers("shipping:A16")]
    [InlineData(null, null)]
    [InlineData("Apt 4B", null)]
    [InlineData(null, "(415) 555-0101")]
    [InlineData("Apt 4B", "(415) 555-0101")]
    public void skipping_the_second_line_and_the_phone_loses_nothing(string? street2, string? phone)
    {
        var shipment = Shipment(With(("from/street2", street2), ("from/phone", phone), ("to/street2", street2), ("to/phone", phone)));

        var tidied = phone is null ? null : "+14155550101";
        shipment.From.ShouldBe(new Address("John Smith", "215 Clayton St.", street2, "San Francisco", "CA", "94102", tidied));
        shipment.To.ShouldBe(new Address("Mary Jones", "350 Fifth Ave", street2, "New York", "NY", "10118-0110", tidied));
    }

    [Fact, Covers("shipping:A27")]
    public void a_phone_that_was_skipped_is_not_made_up_and_the_carrier_gets_the_shop_s_own()
    {
        var shipment = Shipment(With(("from/phone", null), ("to/phone", null)));

        (shipment.From.Phone, shipment.To.Phone).ShouldBe((null, null));
        var sent = JsonNode.Parse(CarrierWire.WriteRates([new CarrierAccount("se-1", "usps")], shipment, Samples.Settings))!["shipment"]!;
        sent["ship_from"]!["phone"]!.GetValue<string>().ShouldBe(Samples.Settings.FallbackPhone);
        sent["ship_to"]!["phone"]!.GetValue<string>().ShouldBe(Samples.Settings.FallbackPhone);
        _orders.At("review", With(("from/phone", null), ("to/phone", null))).DoesNotShow(Samples.Settings.FallbackPhone, "📞");
    }

    [Fact, Covers("shipping:A21")]
    public void apostrophes_ampersands_and_hashes_are_kept_shown_and_sent_exactly()
    {
        const string street = "O'Brien & Sons #4";
        var answers = With(("from/name", "Miles O'Brien"), ("from/street", street), ("to/street2", "Box 1/2, R&D #7"), ("to/city", "Coeur d'Alene"));

        _orders.At("review", answers).Shows("Miles O'Brien", "O'Brien &amp; Sons #4", "Box 1/2, R&amp;D #7", "Coeur d'Alene");

        var shipment = Shipment(answers);
        (shipment.From.Name, shipment.From.Street, shipment.To.Street2, shipment.To.City).ShouldBe(("Miles O'Brien", street, "Box 1/2, R&D #7", "Coeur d'Alene"));
        var label = JsonNode.Parse(CarrierWire.WriteLabel(new BuyLabel(shipment, _orders.Rates[0], "k7m2"), Samples.Settings))!;
        label["shipment"]!["ship_from"]!["address_line1"]!.GetValue<string>().ShouldBe(street);
    }

    [Fact, Covers("shipping:A23")]
    public void a_decimal_comma_is_a_decimal_point()
    {
        var parcel = Shipment(With(("parcel/weight", "2,5"), ("parcel/length", "10,25"), ("parcel/width", "1"), ("parcel/height", "0,1"))).Parcel;

        parcel.ShouldBe(new Parcel(2.5m, 10.25m, 1, 0.1m));
    }

    [Theory, Covers("shipping:A25")]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("150", true)]
    [InlineData("150.01", false)]
    [InlineData("0.1", true)]
    [InlineData("0.09", false)]
    [InlineData("1e3", false)]
    [InlineData("NaN", false)]
    [InlineData("Infinity", false)]
    [InlineData("0x10", false)]
    [InlineData("١٥", false)]
    public void the_weight_is_taken_within_its_bounds_only(string typed, bool fits)
    {
        var chat = _orders.At("parcel/weight").Say(typed);
        chat.Prompt.Key.ShouldBe(fits ? "parcel/length" : "parcel/weight");
    }

    [Theory, Covers("shipping:A24", "shipping:A26")]
    [InlineData("108", true)]
    [InlineData("108.01", false)]
    [InlineData("0.1", true)]
    [InlineData("0.09", false)]
    [InlineData("0", false)]
    [InlineData("ten", false)]
    [InlineData("10in", false)]
    [InlineData("1e1", false)]
    public void a_side_is_taken_within_its_bounds_only_and_nothing_becomes_ten_in_silence(string typed, bool fits)
    {
        foreach (var (key, next) in new[] { ("parcel/length", "parcel/width"), ("parcel/width", "parcel/height"), ("parcel/height", "review") })
        {
            var chat = _orders.At(key).Say(typed);
            chat.Prompt.Key.ShouldBe(fits ? next : key);
            chat.State!.Answers.ContainsKey(key).ShouldBe(fits);
        }
    }

    [Theory, Covers("shipping:A26")]
    [InlineData("100", "16", "16.5", false)]
    [InlineData("100", "16", "16.505", true)]
    [InlineData("16", "16.505", "100", true)]
    public void above_165_inches_of_length_and_girth_the_review_warns(string length, string width, string height, bool warns)
    {
        var chat = _orders.At("review", With(("parcel/length", length), ("parcel/width", width), ("parcel/height", height)));
        chat.Seen.Contains("more than 165 inches", StringComparison.Ordinal).ShouldBe(warns);
    }

    [Fact]
    public void standard_sizes_are_ten_inches_each_and_only_for_the_sides_that_were_not_typed()
    {
        Parcel([("parcel/length", null)]).ShouldBe(new Parcel(5.5m, 10, 10, 10));
        Parcel([("parcel/length", "3"), ("parcel/width", null)]).ShouldBe(new Parcel(5.5m, 3, 10, 10));
        Parcel([("parcel/length", "3"), ("parcel/width", "4"), ("parcel/height", null)]).ShouldBe(new Parcel(5.5m, 3, 4, 10));

        Parcel Parcel((string, string?)[] sides) => Shipment([.. Orders.Usual.Take(15), .. sides]).Parcel;
    }

    [Fact]
    public void above_ten_pounds_the_sizes_are_asked_for_and_the_customer_is_told_why()
    {
        var chat = _orders.At("parcel/weight").Say("10.01").Shows("Above 10 pounds the sizes are needed");
        chat.Labels.ShouldBeEmpty();
        chat.Types(new Tap.Skip()).Prompt.Key.ShouldBe("parcel/length");
    }

    [Fact]
    public void whoever_goes_back_to_the_rates_finds_the_same_rates_while_they_are_good()
    {
        var rates = _orders.AtRates();
        var chosen = (ChosenRate)rates.Tap("FedEx").Outcome.ShouldBeOfType<Outcome.Done>().Result;

        var again = _orders.Open(OrderDialog.AnswersOf(chosen, chosen.Expires.AddSeconds(-1)));

        again.Prompt.Key.ShouldBe("rate");
        _orders.Quoted.Count.ShouldBe(1);
        ((ChosenRate)again.Tap("FedEx").Outcome.ShouldBeOfType<Outcome.Done>().Result).Rate.ShouldBe(chosen.Rate);
    }

    [Fact]
    public void rates_that_are_no_longer_good_are_asked_for_anew()
    {
        var chosen = (ChosenRate)_orders.AtRates().Tap("FedEx").Outcome.ShouldBeOfType<Outcome.Done>().Result;

        _orders.Open(OrderDialog.AnswersOf(chosen, chosen.Expires)).Work().Prompt.Key.ShouldBe("rate");

        _orders.Quoted.ShouldBe([chosen.Shipment, chosen.Shipment]);
    }

    private static IReadOnlyList<(string Key, string? Answer)> With(params (string Key, string? Answer)[] others) =>
        [.. Orders.Usual.Select(usual => others.FirstOrDefault(other => other.Key == usual.Key) is { Key: not null } other ? other : usual)];

    /// <summary>What the carrier is asked about after these answers.</summary>
    private Shipment Shipment(IReadOnlyList<(string Key, string? Answer)> answers)
    {
        _orders.At("review", answers).Tap("All correct").Work();
        return _orders.Quoted[^1];
    }

    private static (int, int) StepOf(TestChat chat)
    {
        var step = Step.Match(chat.Seen);
        step.Success.ShouldBeTrue(chat.Seen);
        return (int.Parse(step.Groups["n"].ValueSpan, null), int.Parse(step.Groups["total"].ValueSpan, null));
    }

    [GeneratedRegex(@"Step (?<n>\d+)/(?<total>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step { get; }
}
