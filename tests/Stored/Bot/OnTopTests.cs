using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>A dialog on top of another one: whichever way it ends, nothing of the one beneath is lost.</summary>
public sealed class OnTopTests
{
    private readonly List<string> _registered = ["parcel", "sticker"];

    [Fact]
    public async Task what_it_ends_with_is_stored_and_told_and_the_question_beneath_stands_again()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        var place = anna.Seen;
        await anna.Taps("Keep the city");
        anna.Sees("What is it called?");

        await floor.Restart();
        await anna.Writes("Home");

        anna.Chat[^2].Message.Html.ShouldBe("✅ What is it called?: Home\n\nKept Riga as Home");
        anna.Chat[^2].Message.Rows.ShouldBeEmpty();
        anna.Seen.ShouldBe(place.Replace("✅ City?: Riga\n\n", "", StringComparison.Ordinal));
        (await Notes(floor)).ShouldBe(["Riga: Home"]);
        (await floor.State()).Beneath.ShouldBeNull();
        await anna.Taps("Fast");
        anna.Sees("Sent to Riga, fast");
    }

    [Theory]
    [InlineData("/cancel", "Yes, stop")]
    [InlineData("/start", "Yes, stop")]
    public async Task whoever_leaves_it_is_back_at_the_question(string command, string button)
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Keep the city");

        await anna.Writes(command);
        await anna.Taps(button);

        anna.Chat[^2].Message.Html.ShouldBe("❌ Stopped.");
        anna.Sees("Which kind?", "[Fast]");
        (await Notes(floor)).ShouldBeEmpty();
        await anna.Taps("Fast");
        anna.Sees("Sent to Riga, fast");
    }

    [Fact]
    public async Task a_command_in_it_answers_and_its_own_question_stands_again()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Keep the city");

        await anna.Writes("/help");

        anna.Chat[^2].Message.Html.ShouldBe("Help page");
        anna.Sees("What is it called?");
    }

    [Fact]
    public async Task a_screen_that_it_leads_to_is_shown_beside_without_buttons()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Keep the city");

        await anna.Writes("help");

        anna.Chat[^2].Message.Html.ShouldBe("Help page");
        anna.Chat[^2].Message.Rows.ShouldBeEmpty();
        anna.Sees("Which kind?");
    }

    [Fact]
    public async Task its_button_pressed_twice_opens_it_once_and_pressed_later_loses_nothing()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        var press = anna.Pressing("Keep the city");

        await anna.Does(press);
        await anna.Does(press);

        anna.Chat.Count(shown => shown.Message.Html.Contains("What is it called?", StringComparison.Ordinal)).ShouldBe(1);
        await anna.Writes("Home");
        await anna.Does(press);
        (await floor.State()).Dialog!.Dialog.ShouldBeOneOf("parcel", "name");
        anna.All.ShouldNotContain("went wrong");
    }

    [Fact]
    public async Task no_third_one_stands_on_it()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Put a sticker on");

        await anna.Taps("Another sticker");

        anna.Note.ShouldBe("Please finish or cancel what you began first.");
        await anna.Taps("Red");
        anna.Sees("Which kind?");
    }

    [Fact]
    public async Task one_that_a_deploy_has_removed_says_so_and_the_one_beneath_goes_on()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Put a sticker on");
        _registered.Remove("sticker");
        var next = Floor(floor.Temp);

        (await next.Bot.Take(anna.Update(new Happening.Wrote("red")), TestContext.Current.CancellationToken)).ShouldBe(Receipt.Taken);

        var state = await floor.State();
        (state.Dialog!.Dialog, state.Dialog.Answers["city"], state.Beneath).ShouldBe(("parcel", "Riga", null));
    }

    [Fact]
    public async Task a_failure_in_its_end_loses_neither()
    {
        await using var floor = await Open();
        var anna = await AtKind(floor);
        await anna.Taps("Keep the city");

        await anna.Writes("Boom");

        var state = await floor.State();
        (state.Dialog!.Dialog, state.Beneath!.Dialog).ShouldBe(("name", "parcel"));
        (await Notes(floor)).ShouldBeEmpty();
    }

    private async Task<BotFloor<TinyDesk>> Open()
    {
        var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => tx.Sql("create table notes (text text not null)").Run(ct), TestContext.Current.CancellationToken);
        return Floor(temp);
    }

    private BotFloor<TinyDesk> Floor(TempStore temp) => new(temp, Script(), (tx, _, _, _, _) => Task.FromResult(new TinyDesk(tx)));

    private Script<TinyDesk> Script()
    {
        var script = new Script<TinyDesk>(new Route("home"))
            .Command("help", Text.Literal("Help"), new Route("help"))
            .Screen(new Page("home", "Menu"))
            .Screen(new Page("help", "Help page"))
            .Opens("parcel", "parcel")
            .Dialog("parcel", () => new Parcel(), result => new Next.Tell(new View(Text.Literal(result))))
            .Dialog("name", _ => new Naming(), async (desk, result, ct) =>
            {
                await desk.Note($"{result.City}: {result.Name}", ct);
                return result.Name switch
                {
                    "Boom" => throw new InvalidOperationException("boom"),
                    "help" => new Next.Show(new Route("help")),
                    var name => new Next.Tell(new View(Text.Literal($"Kept {result.City} as {name}")).Row(Button.To(Text.Literal("Menu"), "home"))),
                };
            });
        return _registered.Contains("sticker") ? script.Dialog("sticker", () => new Sticker(), colour => new Next.Stay(Text.Literal(colour))) : script;
    }

    private static async Task<Guest<TinyDesk>> AtKind(BotFloor<TinyDesk> floor)
    {
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("To a parcel");
        return await anna.Writes("Riga");
    }

    private static Task<IReadOnlyList<string>> Notes(BotFloor<TinyDesk> floor) =>
        floor.Temp.Store.Read((tx, ct) => tx.Sql("select text from notes").All(row => row.Text(0), ct), TestContext.Current.CancellationToken);

    private sealed class Page(string route, string body) : Screen<TinyDesk, string>
    {
        public override string Pattern => route;

        public override View Show(string model) => new View(Text.Literal(model)).Row(Button.To(Text.Literal("To a parcel"), "parcel"));

        protected override Task<string?> Read(TinyDesk desk, RouteArgs at, CancellationToken ct) => Task.FromResult<string?>(body);
    }

    private sealed class Parcel : Dialog<string>
    {
        public override string Name => "parcel";

        protected override async Flow<string> Talk()
        {
            var city = await Text("city", Lavka.Talk.Text.Literal("City?"));
            var kind = await Choice("kind", Lavka.Talk.Text.Literal("Which kind?"), new Option<string>("fast", Lavka.Talk.Text.Literal("Fast"), "fast"))
                .Opens(Lavka.Talk.Text.Literal("Keep the city"), "name", () => new Dictionary<string, string?> { ["city"] = city })
                .Opens(Lavka.Talk.Text.Literal("Put a sticker on"), "sticker", () => new Dictionary<string, string?>());
            return $"Sent to {city}, {kind}";
        }
    }

    private sealed class Naming : Dialog<(string City, string Name)>
    {
        public override string Name => "name";

        protected override async Flow<(string City, string Name)> Talk() => (Given("city")!, await Text("name", Lavka.Talk.Text.Literal("What is it called?")));
    }

    private sealed class Sticker : Dialog<string>
    {
        public override string Name => "sticker";

        protected override async Flow<string> Talk() => await Choice("colour", Lavka.Talk.Text.Literal("Colour?"), new Option<string>("red", Lavka.Talk.Text.Literal("Red"), "red"))
            .Opens(Lavka.Talk.Text.Literal("Another sticker"), "sticker", () => new Dictionary<string, string?>());
    }
}
