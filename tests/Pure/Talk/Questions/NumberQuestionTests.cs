using System.Globalization;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class NumberQuestionTests
{
    [Theory]
    [InlineData("2,5", "2.5")]
    [InlineData("2.5", "2.5")]
    [InlineData(" 2.50 ", "2.5")]
    [InlineData("-7", "-7")]
    [InlineData("+7", "7")]
    [InlineData("007", "7")]
    [InlineData("0,000001", "0.000001")]
    [InlineData("999999999", "999999999")]
    [InlineData("-0", "0")]
    public void A_number_may_be_written_with_comma_or_point(string typed, string number) =>
        Scratch<decimal>.Chat(async ask => await ask.Number("kilos")).Say(typed).Returned(decimal.Parse(number, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("-")]
    [InlineData("+-5")]
    [InlineData("--5")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1 000")]
    [InlineData("5kg")]
    [InlineData("0x10")]
    [InlineData("٥")]
    [InlineData("½")]
    [InlineData("1000000000")]
    [InlineData("0.0000001")]
    public void Anything_else_is_no_number(string typed)
    {
        var chat = Scratch<decimal>.Chat(async ask => await ask.Number("kilos"));
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️ Please enter a number, e.g. 2 or 2.5.", "kilos?").Json.ShouldBe(before);
    }

    [Fact]
    public void A_number_is_stored_one_way_however_it_was_written() =>
        Scratch<decimal>.Chat(async ask => await ask.Number("kilos") + await ask.Number("more")).Say("+02,50").State!.Answers["kilos"].ShouldBe("2.5");

    [Fact]
    public void A_range_names_its_ends() =>
        Scratch<decimal>.Chat(async ask => await ask.Number("kilos").Range(0.1m, 150)).Say("150.1").Shows("A number from 0.1 to 150").Say("150").Returned(150m);

    [Fact]
    public void An_optional_number_that_is_skipped_is_null() =>
        Scratch<string>.Chat(async ask => (await ask.Number("kilos").Optional())?.ToString(CultureInfo.InvariantCulture) ?? "none").Skip().Returned("none");
}
