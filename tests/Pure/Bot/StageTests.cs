using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class StageTests
{
    private readonly ChatScreen _screen = new();

    [Fact]
    public void a_pressed_message_turns_into_the_next_view_in_its_place()
    {
        _screen.Turn(stage => stage.Show(Views.Keys("menu")));

        _screen.Turn(stage => stage.Show(Views.Keys("balance")), pressed: "m1");

        _screen.Lines.ShouldBe(["balance [1]"]);
    }

    [Fact]
    public void progress_gives_its_place_to_what_comes_next_even_when_nobody_pressed()
    {
        _screen.Turn(stage => stage.Say(Views.Progress("one moment")));

        _screen.Turn(stage => stage.Tell(Views.Keys("here it is")));

        _screen.Lines.ShouldBe(["here it is [1]"]);
    }

    [Fact]
    public void a_question_that_awaits_text_cannot_be_edited_so_the_next_view_follows_it()
    {
        _screen.Turn(stage => stage.Say(Views.Awaiting("your name?")));

        _screen.Turn(stage =>
        {
            stage.Close(Text.Literal("Name: Anna")).ShouldBeFalse("The closing has to be told otherwise.");
            stage.Show(Views.Keys("flat?"));
        });

        _screen.Lines.ShouldBe(["your name?", "flat? [1]"]);
    }

    [Fact]
    public void an_answered_question_turns_into_its_answer()
    {
        _screen.Turn(stage => stage.Say(Views.Keys("flat?")));

        _screen.Turn(stage => stage.Close(Text.Literal("Flat: 4")).ShouldBeTrue());

        _screen.Lines.ShouldBe(["Flat: 4"]);
    }

    [Fact]
    public void news_keeps_its_text_when_it_is_pressed_and_loses_its_buttons()
    {
        _screen.Turn(stage => stage.Tell(Views.Keys("paid")));

        _screen.Turn(stage => stage.Show(Views.Keys("menu")), pressed: "m1");

        _screen.Lines.ShouldBe(["paid", "menu [1]"]);
    }

    [Fact]
    public void an_old_button_is_taken_away_and_what_is_live_stays()
    {
        _screen.Turn(stage => stage.Say(Views.Keys("menu")));
        _screen.Haunt("m1", "menu");
        _screen.Turn(stage => stage.Say(Views.Keys("balance")));

        _screen.Turn(_ => { }, pressed: "m1");

        _screen.Lines.ShouldBe(["menu", "balance [1]"]);
    }

    [Fact, Covers("shipping:D24")]
    public void news_takes_the_buttons_from_whatever_stood_there()
    {
        _screen.Turn(stage => stage.Tell(Views.Invoice("pay 25")));

        _screen.Turn(stage => stage.Tell(Views.Keys("paid")));

        _screen.Lines.ShouldBe(["pay 25", "paid [1]"]);
    }

    [Fact]
    public void a_message_beside_an_open_question_has_no_buttons_and_leaves_the_question_live()
    {
        _screen.Turn(stage => stage.Say(Views.Keys("flat?")));

        _screen.Turn(stage => stage.SayBeside(Views.Invoice("pay 25")));

        _screen.Lines.ShouldBe(["flat? [1]", "pay 25\nPay: https://pay.example"]);
        _screen.State.Live!.Seq.ShouldBe(1);
    }

    [Fact]
    public void an_accepted_answer_above_a_question_stays_above_whatever_the_message_turns_into()
    {
        _screen.Turn(stage => stage.Show(Views.Keys("flat?"), preface: Text.Literal("City: Riga")));
        _screen.Turn(stage => stage.Show(Views.Keys("stop?"), keepsPreface: true), pressed: "m1");
        _screen.Lines.ShouldBe(["City: Riga\n\nstop? [1]"]);

        _screen.Turn(stage => stage.Close(Text.Literal("Flat: 4")), pressed: "m1");

        _screen.Lines.ShouldBe(["City: Riga\nFlat: 4"]);
    }

    [Fact]
    public void the_place_is_shown_again_once_until_something_else_is_said()
    {
        _screen.Turn(stage => stage.Say(Views.Keys("one")));
        _screen.Turn(stage => stage.Say(Views.Keys("two")));
        _screen.Turn(stage => stage.Say(Views.Keys("three")));
        _screen.Turn(stage => stage.MayRecall.ShouldBeFalse("A late second tap."), pressed: "m2", closed: "m2");
        _screen.Turn(stage =>
        {
            stage.MayRecall.ShouldBeTrue();
            stage.Say(Views.Keys("three"));
            stage.Recall();
        }, pressed: "m1", closed: "m2");

        _screen.Turn(stage => stage.MayRecall.ShouldBeFalse(), pressed: "m1");
        _screen.Turn(stage => stage.SayBeside(Views.Plain("news")));
        _screen.Turn(stage => stage.MayRecall.ShouldBeTrue(), pressed: "m1");
    }

    [Fact]
    public void the_answer_to_a_wish_is_a_message_that_takes_its_button_away_and_the_next_question_follows()
    {
        _screen.Turn(stage => stage.Say(Views.Wish("phone?")));
        _screen.Keyboard.ShouldBe("m1");

        _screen.Turn(stage =>
        {
            stage.Close(Text.Literal("✅ Phone: +1")).ShouldBeTrue();
            stage.Show(Views.Keys("flat?"));
        });

        _screen.Lines.ShouldBe(["phone?", "✅ Phone: +1", "flat? [1]"]);
        _screen.Keyboard.ShouldBeNull();
    }

    [Fact]
    public void a_question_with_buttons_in_the_place_of_a_wish_comes_after_a_line_that_takes_its_button_away()
    {
        _screen.Turn(stage => stage.Say(Views.Wish("phone?")));

        _screen.Turn(stage => stage.Show(Views.Keys("stop here?")));

        _screen.Lines.ShouldBe(["phone?", "Минутку.", "stop here? [1]"]);
        _screen.Keyboard.ShouldBeNull();
    }

    [Fact]
    public void pictures_in_the_place_of_a_wish_come_after_a_line_that_takes_its_button_away_because_they_have_no_markup_at_all()
    {
        _screen.Turn(stage => stage.Say(Views.Wish("phone?")));

        _screen.Turn(stage => stage.Show(Views.Plain("the rooms") with { Album = [new Attachment("f1", "1.png", "image/png"), new Attachment("f2", "2.png", "image/png")] }));

        _screen.Lines.ShouldBe(["phone?", "Минутку.", "the rooms"]);
        _screen.Keyboard.ShouldBeNull();
    }

    [Fact]
    public void news_beside_a_wish_leaves_its_button_where_it_is()
    {
        _screen.Turn(stage => stage.Say(Views.Wish("phone?")));

        _screen.Turn(stage => stage.SayBeside(Views.Plain("paid")));

        _screen.Keyboard.ShouldBe("m1");
    }
}
