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

    [Theory]
    [InlineData("/1234")]
    [InlineData("/pass@word")]
    [InlineData("/12 34")]
    public async Task a_secret_that_looks_like_a_command_is_the_answer_and_goes_too(string secret)
    {
        await using var floor = await Open();
        var anna = await In(floor, "code");

        await anna.Does(new Happening.Wrote(secret, "901"));

        floor.Messenger.Calls.Where(call => call.Act is Act.Erase).Select(call => call.Target).ShouldBe(["901"]);
        anna.Sees($"Got {secret.Length} digits");
        anna.All.ShouldNotContain(secret);
    }

    [Fact]
    public async Task a_command_that_is_known_is_a_command_also_where_a_secret_is_asked_for()
    {
        await using var floor = await Open();
        var anna = await In(floor, "code");

        await anna.Does(new Happening.Wrote("/start", "901"));
        anna.Sees("You have not finished");
        await anna.Does(new Happening.Wrote("/back", "902"));
        await anna.Does(new Happening.Wrote("/cancel", "903"));

        floor.Messenger.Calls.ShouldAllBe(call => call.Act != Act.Erase);
        (await floor.State()).Dialog!.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task an_unknown_command_is_no_answer_where_no_secret_is_asked_for()
    {
        await using var floor = await Open();
        var anna = await In(floor, "phone");

        await anna.Does(new Happening.Wrote("/77012345678", "901"));

        anna.Sees("There is no such command", "Phone?");
        floor.Messenger.Calls.ShouldAllBe(call => call.Act != Act.Erase);
    }

    [Theory]
    [InlineData("Fails", "while it is taken")]
    [InlineData("Wrong", "while it is checked")]
    public async Task a_secret_whose_turn_fails_is_erased_and_stands_in_no_dead_letter(string secret, string when)
    {
        await using var floor = await Open();
        var anna = await In(floor, "code");

        await anna.Does(new Happening.Wrote(secret, "901"));

        floor.Messenger.Calls.Where(call => call.Act is Act.Erase).Select(call => call.Target).ShouldBe(["901"], when);
        anna.Sees("Something went wrong");
        var letter = (await floor.DeadLetters()).ShouldHaveSingleItem();
        letter.ToString().ShouldNotContain(secret);
        letter.Body.ShouldBe("Wrote 5 characters, message 901");
        letter.Error.ShouldContain("••• does not open the door", Case.Sensitive);
        letter.Error.ShouldContain(nameof(HandedTests));
    }

    [Fact]
    public async Task a_dead_letter_says_what_kind_of_thing_came_and_nothing_of_what_the_person_said()
    {
        await using var floor = await Open(failing: true);
        Happening[] said =
        [
            new Happening.Wrote("Brivibas 1", "901"),
            new Happening.Sent("photo", new Media("photo", "file-77"), "my passport", "album-1", "902"),
            new Happening.Contact("77012345678", "Anna Petrova", IsOwn: true),
            new Happening.Place(56.949649m, 24.105186m),
        ];

        foreach (var what in said) await floor.Guest().Does(what);

        var letters = await floor.DeadLetters();
        letters.Count.ShouldBe(4);
        var all = string.Join('\n', letters);
        foreach (var word in (string[])["Brivibas", "file-77", "passport", "77012345678", "Petrova", "56.949649", "24.105186", "56,949649"]) all.ShouldNotContain(word);
        foreach (var word in (string[])["10 characters", "message 901", "photo", "message 902", "Contact", "Place"]) all.ShouldContain(word);
    }

    private static Happening.Sent Photo(int number) => new("photo", new Media("photo", $"p{number}"), null, "album-1", $"{100 + number}");

    private static async Task<Guest<TinyDesk>> In(BotFloor<TinyDesk> floor, string dialog)
    {
        var anna = floor.Guest();
        await anna.Writes("/start");
        await anna.Taps(dialog);
        return anna;
    }

    private static async Task<BotFloor<TinyDesk>> Open(bool failing = false) => new(
        await TempStore.Open(), Script(), (tx, _, _, _, _) => failing ? throw new InvalidOperationException("no desk") : Task.FromResult(new TinyDesk(tx)));

    private static Script<TinyDesk> Script() => new Script<TinyDesk>(new Route("home"))
        .Command("start", Text.Literal("Menu"), new Route("home"))
        .Screen(new Home())
        .Act("photos", (_, _, _) => Task.FromResult<Next>(new Next.Ask("photos")))
        .Act("phone", (_, _, _) => Task.FromResult<Next>(new Next.Ask("phone")))
        .Act("code", (_, _, _) => Task.FromResult<Next>(new Next.Ask("code")))
        .Dialog("photos", _ => new Rooms(), Got)
        .Dialog("phone", _ => new Phone(), Got)
        .Dialog("code", _ => new Code(), (desk, code, ct) =>
            code == "Fails" ? throw new InvalidOperationException(code + " does not open the door") : Got(desk, $"{code.Length} digits", ct));

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

        protected override async Flow<string> Talk() => await Secret("code", Lavka.Talk.Text.Literal("Code?")).Length(4, 12)
            .CheckNow((code, _) => code == "Wrong" ? throw new InvalidOperationException(code + " does not open the door") : Task.FromResult<Text?>(null));
    }
}
