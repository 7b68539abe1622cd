using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class ContactQuestionTests
{
    private static TestChat Chat() => Scratch<Contact>.Chat(async ask =>
    {
        await ask.Text("a");
        return await ask.Contact("phone");
    }).Say("1");

    [Fact]
    public void It_asks_by_a_button_of_the_messengers_own_with_the_others_beside_it()
    {
        var chat = Chat().Shows("phone?", "Press the button below, or write the number.", "[◀️ Back] [❌ Cancel]");
        (chat.Message.Wants, chat.Message.WantsLabel, chat.Message.AwaitsText).ShouldBe((Wanted.Contact, "📱 Send my number", false));
    }

    [Theory]
    [InlineData("79991234567", "+79991234567")]
    [InlineData("+371 29 111 222", "+37129111222")]
    public void A_number_that_is_handed_over_is_international(string given, string phone) => Chat().Contact(given).Returned(new Contact(phone, "Anna", IsOwn: true));

    [Fact]
    public void Whose_number_it_is_is_told() => Chat().Contact("79991234567", isOwn: false, "Bob").Returned(new Contact("+79991234567", "Bob"));

    [Fact]
    public void A_contact_without_a_visible_name_has_none() => Chat().Contact("79991234567", isOwn: false, "\u200B").Returned(new Contact("+79991234567"));

    [Theory]
    [InlineData("+7 (701) 234-56-78", "+77012345678")]
    [InlineData("8 701 234 56 78", "87012345678")]
    [InlineData("00371 29111222", "+37129111222")]
    [InlineData("+1.212.555.0147", "+12125550147")]
    public void A_number_may_be_written(string typed, string phone) => Chat().Say(typed).Returned(new Contact(phone));

    [Theory]
    [InlineData("123456")]
    [InlineData("1234567890123456")]
    [InlineData("7+7012345678")]
    [InlineData("call me")]
    [InlineData("٧٠١٢٣٤٥٦٧٨")]
    [InlineData("")]
    public void Anything_else_is_hinted_at(string typed)
    {
        var chat = Chat();
        var before = chat.Json;
        chat.Say(typed).Shows("⚠️ Press the button below, or write the number in digits").Json.ShouldBe(before);
        chat.Message.Wants.ShouldBe(Wanted.Contact);
    }

    [Fact]
    public void Only_his_own_number_counts_when_that_is_asked() =>
        Scratch<Contact>.Chat(async ask => await ask.Contact("phone").Own()).Say("+77012345678").Shows("⚠️ It has to be your own number")
            .Contact("77012345678", isOwn: false).Shows("⚠️ It has to be your own number").Contact("77012345678").Returned(new Contact("+77012345678", "Anna", IsOwn: true));

    [Fact]
    public void The_buttons_beside_it_may_say_their_labels()
    {
        Chat().Tap("Back").Shows("a?", "Keep: 1");
        Chat().Tap("Cancel").Shows("Stop here?").Stay().Shows("phone?");
        Chat().In(Language.Ru).Step(new Input.Open()).Say("◀️ Назад").Shows("a?");
    }

    [Fact]
    public void Skip_and_keep_are_said_in_the_same_way()
    {
        static TestChat Optional() => Scratch<string>.Chat(async ask => ((await ask.Contact("phone").Optional())?.Phone ?? "none") + await ask.Text("n"));
        Optional().Tap("Skip").Say("!").Returned("none!");
        Optional().Say("+77012345678").Back().Tap("Keep: +77012345678").Say("!").Returned("+77012345678!");
    }

    [Fact]
    public void A_text_question_takes_the_same_words_as_its_answer() => Scratch<string>.Chat(async ask => await ask.Text("a") + await ask.Text("b")).Say("1").Say("Back").Returned("1Back");

    [Fact]
    public void The_answer_is_shown_as_the_number() =>
        Scratch<string>.Chat(async ask => (await ask.Contact("phone")).Phone + await ask.Text("n")).Contact("77012345678").Closing.ShouldBe("✅ phone?: +77012345678");
}
