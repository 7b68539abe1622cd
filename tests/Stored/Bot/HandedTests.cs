using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>Photos, contacts and secrets, from the messenger through the store and back to it.</summary>
public sealed class HandedTests
{
    [Fact]
    public async Task ten_photos_of_an_album_are_met_with_one_message_and_what_comes_after_its_dialog_with_none()
    {
        await using var floor = await Open();
        var anna = await In(floor, "photos");

        for (var i = 1; i <= 10; i++) await anna.Does(Photo(i));
        anna.Chat.Count.ShouldBe(3, anna.All);
        anna.Sees("Received: 10.", "[✅ Done (10)]");
        await anna.Taps("Done");
        anna.Sees("10 photos");
        await anna.Does(Photo(11));

        anna.Chat.Count.ShouldBe(4, "The rest of the album is passed over: " + anna.All);
    }

    [Fact]
    public async Task a_contact_is_answered_by_a_message_that_takes_its_button_away()
    {
        await using var floor = await Open();
        var anna = await In(floor, "phone");
        anna.Chat[^1].Message.Wants.ShouldBe(Wanted.Contact);

        await anna.Does(new Happening.Contact("77012345678", "Anna", IsOwn: true));

        anna.Chat[^2].Message.ShouldSatisfyAllConditions(message => message.Html.ShouldBe("✅ Phone?: +77012345678"), message => message.EndsWish.ShouldBeTrue());
        anna.Sees("Got +77012345678");
    }

    [Fact]
    public async Task a_secret_is_taken_out_of_the_chat_whether_it_fits_or_not_and_shown_nowhere()
    {
        await using var floor = await Open();
        var anna = await In(floor, "code");

        await anna.Does(new Happening.Wrote("1", "900"));
        await anna.Does(new Happening.Wrote("12345", "901"));

        floor.Messenger.Calls.Where(call => call.Act is Act.Erase).Select(call => call.Target).ShouldBe(["900", "901"]);
        anna.Sees("Got 5 digits");
        anna.All.ShouldNotContain("12345");
    }

    private static Happening.Sent Photo(int number) => new("photo", new Media("photo", $"p{number}"), null, "album-1", $"{100 + number}");

    private static async Task<Guest<TinyDesk>> In(BotFloor<TinyDesk> floor, string dialog)
    {
        var anna = floor.Guest();
        await anna.Writes("/start");
        await anna.Taps(dialog);
        return anna;
    }

    private static async Task<BotFloor<TinyDesk>> Open() => new(await TempStore.Open(), Script(), (tx, _, _, _, _) => Task.FromResult(new TinyDesk(tx)));

    private static Script<TinyDesk> Script() => new Script<TinyDesk>(new Route("home"))
        .Command("start", Text.Literal("Menu"), new Route("home"))
        .Screen(new Home())
        .Act("photos", (_, _, _) => Task.FromResult<Next>(new Next.Ask("photos")))
        .Act("phone", (_, _, _) => Task.FromResult<Next>(new Next.Ask("phone")))
        .Act("code", (_, _, _) => Task.FromResult<Next>(new Next.Ask("code")))
        .Dialog("photos", _ => new Rooms(), Got)
        .Dialog("phone", _ => new Phone(), Got)
        .Dialog("code", _ => new Code(), Got);

    private static Task<Next> Got(TinyDesk desk, string result, CancellationToken ct) => Task.FromResult<Next>(new Next.Tell(new View(Text.Literal("Got " + result))));

    private sealed class Home : Screen<TinyDesk, string>
    {
        public override string Pattern => "home";

        public override View Show(string model) => new View(Text.Literal(model))
            .Row(Button.To(Text.Literal("photos"), "photos"), Button.To(Text.Literal("phone"), "phone"), Button.To(Text.Literal("code"), "code"));

        protected override Task<string?> Read(TinyDesk desk, RouteArgs at, CancellationToken ct) => Task.FromResult<string?>("Menu");
    }

    private sealed class Rooms : Dialog<string>
    {
        public override string Name => "photos";

        protected override async Flow<string> Talk() => $"{(await Photos("rooms", Lavka.Talk.Text.Literal("Rooms?"))).Count} photos";
    }

    private sealed class Phone : Dialog<string>
    {
        public override string Name => "phone";

        protected override async Flow<string> Talk() => (await Contact("phone", Lavka.Talk.Text.Literal("Phone?"))).Phone;
    }

    private sealed class Code : Dialog<string>
    {
        public override string Name => "code";

        protected override async Flow<string> Talk() => $"{(await Secret("code", Lavka.Talk.Text.Literal("Code?")).Length(4, 8)).Length} digits";
    }
}
