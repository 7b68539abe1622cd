using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Moves;

public sealed class CancelTests
{
    /// <summary>The way through every open question and page of the long form, work included: each step leaves the chat at another view.</summary>
    private static readonly (string Place, Func<TestChat, TestChat> Step)[] Way =
    [
        ("recipient's name", chat => chat.Answers(Parcels.Anna)),
        ("recipient's street", chat => chat.Say("Bob Hill")),
        ("recipient's flat", chat => chat.Say("2 Oak St.")),
        ("recipient's city", chat => chat.Skip()),
        ("recipient's state", chat => chat.Say("Albany")),
        ("a step back", chat => chat.Back()),
        ("recipient's state again", chat => chat.Keep()),
        ("recipient's zip", chat => chat.Say("NY")),
        ("recipient's phone", chat => chat.Say("12201")),
        ("weight", chat => chat.Skip()),
        ("box", chat => chat.Say("5")),
        ("length", chat => chat.Tap("No")),
        ("width", chat => chat.Say("1")),
        ("height", chat => chat.Say("2")),
        ("review", chat => chat.Say("3")),
        ("list of parts", chat => chat.Tap("Edit the data")),
        ("page of the sender", chat => chat.Tap("Sender")),
        ("one field", chat => chat.Tap("City?")),
        ("review after a field", chat => chat.Keep()),
        ("page of the recipient", chat => chat.Tap("Edit the data").Tap("Recipient")),
        ("whole part", chat => chat.Tap("whole section")),
        ("whole part, optional", chat => chat.Keep().Keep()),
        ("whole part, later", chat => chat.Keep().Keep()),
        ("work", chat => chat.Keep().Keep().Keep().Tap("All right")),
        ("refused work", chat => chat.WorkFails("No prices")),
        ("work again", chat => chat.Tap("Try again")),
        ("rates", chat => chat.Work()),
    ];

    private static readonly string Start = "sender's name";

    public static TheoryData<string> Places => [Start, .. Way.Select(step => step.Place)];

    [Theory]
    [MemberData(nameof(Places))]
    public void It_asks_first_and_returns_to_the_very_same_view(string place)
    {
        var chat = At(place);
        var (view, state) = (chat.Seen, chat.Json);
        chat.Cancel().Shows("⚠️ Stop here?").Stay();
        chat.Seen.ShouldBe(view);
        chat.Json.ShouldBe(state);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_start_in_the_middle_offers_to_go_on_from_the_very_same_view(string place)
    {
        var chat = At(place);
        var (view, state) = (chat.Seen, chat.Json);
        chat.Interrupt().Shows("You have not finished").Stay();
        chat.Seen.ShouldBe(view);
        chat.Json.ShouldBe(state);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void It_leaves_only_when_confirmed(string place) => At(place).Cancel().Leave().Outcome.ShouldBeOfType<Outcome.Cancelled>().Farewell.Plain(Language.En).ShouldBe("❌ Stopped.");

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_written_or_sent_instead_of_a_button_changes_nothing(string place)
    {
        var chat = At(place).Cancel();
        var state = chat.Json;
        chat.Say("hm").Shows("⚠️ Please choose one of the buttons.").Sends("photo").Shows("⚠️ Please choose one of the buttons.").Json.ShouldBe(state);
    }

    [Fact]
    public void An_old_confirmation_of_leaving_does_not_leave()
    {
        var chat = At("box").Cancel();
        var leave = chat.Button("Yes, stop");
        chat.Stay();
        var state = chat.Json;
        chat.Press(leave).Shows("usual box").Json.ShouldBe(state);
        chat.Prompt.Manner.ShouldBe(Manner.Stale);
    }

    [Fact]
    public void Behind_a_confirmed_review_the_data_may_be_checked_instead() => At("rates").Cancel().Tap("Check the data").Shows("<b>Check the data</b>", "Bob Hill");

    [Fact]
    public void A_result_that_arrives_meanwhile_is_taken() => At("work").Cancel().Work().Shows("Stop here?").Stay().Shows("Which rate?");

    private static TestChat At(string place)
    {
        var chat = TestChat.With<ParcelDialog>();
        foreach (var (reached, step) in Way.TakeWhile(_ => place != Start))
        {
            step(chat);
            if (reached == place) break;
        }
        return chat;
    }

    [Fact]
    public void Leaving_a_review_that_follows_another_does_not_lead_back_to_the_other() => Scratch<string>.Chat(async ask =>
    {
        var first = await ask.Within("first", async Flow<string> () =>
        {
            var name = await ask.Text("name");
            await ask.Review();
            return name;
        });
        await ask.Review();
        return first;
    }).Say("Anna").Tap("Confirm").Cancel().Shows("⚠️ Stop here?").DoesNotShow("Check the data").Stay().Tap("Confirm").Returned("Anna");
}
