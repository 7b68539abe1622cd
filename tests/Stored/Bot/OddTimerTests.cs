using Lavka.Durable;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;
using Text = Lavka.Talk.Text;

namespace Lavka.Stored.Bot;

/// <summary>Deadlines where the end comes before the reminder, and where the clock is set right while a work is done.</summary>
public sealed class OddTimerTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Years = TimeSpan.FromDays(1000);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_form_that_ends_before_its_reminder_ends_in_time_and_reminds_nobody()
    {
        await using var floor = await Open(() => Task.FromResult(""));
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("hasty");

        floor.Temp.Clock.Advance(Hour);
        await floor.WorkAndDeliver();

        anna.Sees("Time is up", "Menu");
        anna.All.ShouldNotContain("You have not finished");
    }

    [Fact]
    public async Task a_clock_that_is_set_right_while_the_work_is_done_lets_no_form_live_for_years()
    {
        var temp = await TempStore.Open();
        temp.Clock.Set(Years);
        await using var floor = Floor(temp, () =>
        {
            temp.Clock.Set(-Years);
            return Task.FromResult("500");
        });
        var anna = await floor.Guest().Writes("/start");
        await anna.Taps("priced");
        var work = (await temp.Store.Write((tx, ct) => Jobs.Claim(tx, 1, TimeSpan.FromMinutes(2), ct), Ct)).ShouldHaveSingleItem();
        await floor.Bot.Handlers[work.Kind](work, Ct);
        await floor.Deliver();
        anna.Sees("500?");

        temp.Clock.Advance(Hour);
        await floor.WorkAndDeliver();

        anna.Sees("You have not finished", "500?");
    }

    private static async Task<BotFloor<TinyDesk>> Open(Func<Task<string>> price) => Floor(await TempStore.Open(), price);

    private static BotFloor<TinyDesk> Floor(TempStore temp, Func<Task<string>> price) => new(temp, Script(price), (tx, _, _, _, _) => Task.FromResult(new TinyDesk(tx)));

    private static Script<TinyDesk> Script(Func<Task<string>> price) => new Script<TinyDesk>(new Route("home"))
        .Command("start", Text.Literal("Menu"), new Route("home"))
        .Screen(new Home())
        .Act("hasty", (_, _, _) => Task.FromResult<Next>(new Next.Ask("hasty")))
        .Act("priced", (_, _, _) => Task.FromResult<Next>(new Next.Ask("priced")))
        .Dialog("hasty", _ => new Hasty(), (_, _, _) => Task.FromResult<Next>(new Next.Stay(Text.Literal("Done"))))
        .Dialog("priced", _ => new Priced(price), (_, _, _) => Task.FromResult<Next>(new Next.Stay(Text.Literal("Done"))));

    private sealed class Home : Screen<TinyDesk, string>
    {
        public override string Pattern => "home";

        public override View Show(string model) => new View(Text.Literal(model)).Row(Button.To(Text.Literal("hasty"), "hasty"), Button.To(Text.Literal("priced"), "priced"));

        protected override Task<string?> Read(TinyDesk desk, RouteArgs at, CancellationToken ct) => Task.FromResult<string?>("Menu");
    }

    private sealed class Hasty : Dialog<string>
    {
        public override string Name => "hasty";

        public override TimeSpan? Remind => 2 * Hour;

        public override TimeSpan? Expires => Hour;

        protected override async Flow<string> Talk() => await Text("first", Lavka.Talk.Text.Literal("First?"));
    }

    private sealed class Priced(Func<Task<string>> price) : Dialog<string>
    {
        public override string Name => "priced";

        public override TimeSpan? Remind => Hour;

        protected override async Flow<string> Talk()
        {
            var found = await Once("price", "", Lavka.Talk.Text.Literal("One moment"), TinyJson.Default.String, async (_, _) => new Found<string>.Value(await price()));
            return await Text("agreed", Lavka.Talk.Text.Literal(found + "?"));
        }
    }
}
