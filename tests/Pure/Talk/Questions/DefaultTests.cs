using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class DefaultTests
{
    [Fact]
    public void A_button_takes_it() => Scratch<string>.Chat(async ask => await ask.Text("city").Default("Riga")).Shows("[👌 Riga]").Tap("Riga").Returned("Riga");

    [Fact]
    public void Another_answer_may_still_be_written() => Scratch<string>.Chat(async ask => await ask.Text("city").Default("Riga")).Say("Tallinn").Returned("Tallinn");

    [Fact]
    public void It_is_shown_as_the_answer_would_be() =>
        Scratch<decimal>.Chat(async ask => await ask.Number("kilos").Shown(kilos => Text.Literal(kilos + " kg")).Default(2.5m)).Shows("👌 2.5 kg").Tap("👌").Returned(2.5m);

    [Fact]
    public void Of_a_choice_the_option_is_marked() =>
        Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier", "l=Locker").Default("l")).Shows("[Courier]", "[⭐ Locker]").Tap("Locker").Returned("l");

    [Fact]
    public void Of_a_confirmation_the_answer_is_marked() => Scratch<string>.Chat(async ask => await ask.Confirm("pets").Default(value: false) ? "y" : "n").Shows("[Yes] [⭐ No]").Say("no").Returned("n");

    [Fact]
    public void Every_kind_can_have_one()
    {
        var day = new DateOnly(2026, 12, 24);
        Scratch<string>.Chat(async ask => $"{await ask.Day("day", day, day.AddDays(9)).Default(day.AddDays(2)):dd}").Tap("👌 26 December 2026").Returned("26");
        Scratch<int>.Chat(async ask => (await ask.Stay("stay", day, day.AddDays(9)).Default(new Stay(day, day.AddDays(2)))).Nights).Tap("👌 24–26 December 2026, 2 nights").Returned(2);
        Scratch<string>.Chat(async ask => string.Join('+', await ask.Many("extras", 0, 9, "w=Wi-Fi", "p=Parking").Default(["p", "w"]))).Tap("👌 Wi-Fi, Parking").Returned("w+p");
        Scratch<string>.Chat(async ask => (await ask.Contact("phone").Default(new Contact("+1234567"))).Phone).Tap("👌 +1234567").Returned("+1234567");
        Scratch<Place>.Chat(async ask => await ask.Place("where").Default(new Place(1, 2))).Tap("👌 1, 2").Returned(new Place(1, 2));
    }

    [Fact]
    public void It_goes_with_optional_in_any_order()
    {
        Scratch<string>.Chat(async ask => await ask.Text("city").Default("Riga").Optional() ?? "none").Tap("Riga").Returned("Riga");
        Scratch<string>.Chat(async ask => await ask.Text("city").Optional().Default("Riga") ?? "none").Shows("Skip").Tap("Riga").Returned("Riga");
        Scratch<string>.Chat(async ask => (await ask.Number("kilos").Optional().Default(2m))?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none").Tap("2").Returned("2");
    }

    [Fact]
    public void One_that_breaks_a_rule_or_is_no_option_is_not_offered()
    {
        Scratch<string>.Chat(async ask => await ask.Text("city").Length(5, 9).Default("Riga")).DoesNotShow("👌");
        Scratch<string>.Chat(async ask => await ask.Choice("way", "c=Courier").Default("l")).DoesNotShow("⭐", "👌");
    }

    [Fact]
    public void It_is_checked_like_any_answer_of_the_moment() =>
        Scratch<string>.Chat(async ask => await ask.Text("city").Default("Riga").CheckNow((_, _) => Task.FromResult<Text?>(Text.Literal("Not now")))).Tap("Riga").Shows("⚠️ Not now");
}
