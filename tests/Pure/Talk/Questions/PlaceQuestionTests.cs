using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class PlaceQuestionTests
{
    private static readonly Place Almaty = new(43.2389m, 76.8897m);

    private static TestChat Chat() => Scratch<Place>.Chat(async ask => await ask.Place("where"));

    [Fact]
    public void It_asks_by_a_button_of_the_messengers_own()
    {
        Chat().Message.ShouldSatisfyAllConditions(message => message.Wants.ShouldBe(Wanted.Place), message => message.WantsLabel.ShouldBe("📍 Send where I am"));
        Chat().Place(43.2389m, 76.8897m).Returned(Almaty);
    }

    [Theory]
    [InlineData("43.2389, 76.8897")]
    [InlineData("43.2389,76.8897")]
    [InlineData("43,2389; 76,8897")]
    [InlineData("43.2389 76.8897")]
    [InlineData(" +43.23890,  76.88970 ")]
    public void Coordinates_may_be_written(string typed) => Chat().Say(typed).Returned(Almaty);

    [Theory]
    [InlineData("90.1, 0")]
    [InlineData("0, 180.1")]
    [InlineData("43.2389")]
    [InlineData("43.2389, 76.8897, 5")]
    [InlineData("Almaty, Abay 1")]
    [InlineData("NaN, 1")]
    public void What_is_no_point_of_the_earth_is_hinted_at(string typed)
    {
        var chat = Chat();
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️ Send a point on the map", "where?").Json.ShouldBe(before);
    }

    [Fact]
    public void It_is_stored_as_people_write_it_and_a_point_south_and_west_comes_back_the_same()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Place("where") + await ask.Text("n")).Place(-33.9m, -70.000001m);
        chat.State!.Answers["where"].ShouldBe("-33.9, -70.000001");
        chat.Closing.ShouldBe("✅ where?: -33.9, -70.000001");
    }

    [Fact]
    public void A_contact_where_a_place_is_asked_is_hinted_at_and_the_other_way_round()
    {
        Chat().Contact("77012345678").Shows("⚠️ Send a point on the map");
        Scratch<Contact>.Chat(async ask => await ask.Contact("phone")).Place(1, 2).Shows("⚠️ Press the button below, or write the number");
    }
}
