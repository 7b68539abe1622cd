using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Lavka.Kit;
using Lavka.Talk;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>The smallest shop that has everything a bot can do: a menu, acts, a command, a form, and a form with work in it.</summary>
internal sealed class TinyShop
{
    /// <summary>What happens whenever a turn opens its desk, inside its transaction.</summary>
    public Func<TinyDesk, CancellationToken, Task> Opening { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>What the work of the form comes back with.</summary>
    public Func<string, Task<Found<string>>> Answer { get; set; } = asked => Task.FromResult<Found<string>>(new Found<string>.Value("answer to " + asked));

    /// <summary>What the stuck screen and the sticking act wait for.</summary>
    public Func<Task> Stuck { get; set; } = () => Task.CompletedTask;

    /// <summary>The next release of the form asks, before everything else, something that is chosen.</summary>
    public bool IsKindFirst { get; set; }

    /// <summary>The same with something that is written.</summary>
    public bool IsWordFirst { get; set; }

    /// <summary>The idempotency keys with which the work was called.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    public static async Task<BotFloor<TinyDesk>> Open(TinyShop? shop = null)
    {
        var temp = await TempStore.Open();
        await temp.Store.Write((tx, ct) => tx.Sql("create table notes (text text not null)").Run(ct), TestContext.Current.CancellationToken);
        return (shop ?? new TinyShop()).Floor(temp);
    }

    public BotFloor<TinyDesk> Floor(TempStore temp) => new(temp, Script(), async (tx, _, _, _, ct) =>
    {
        var desk = new TinyDesk(tx);
        await Opening(desk, ct);
        return desk;
    });

    private Script<TinyDesk> Script() => new Script<TinyDesk>(new Route("home"))
        .Command("start", Text.Literal("Menu"), new Route("home"))
        .Command("help", Text.Literal("Help"), new Route("help"))
        .Screen(new Page("home", "Menu", "form", "ask", "check", "slow", "note", "boom", "stuck", "stick", "help"))
        .Screen(new Page("help", "Help page", "home"))
        .Screen(new Page("stuck", "Loose again", "home") { Before = () => Stuck() })
        .Act("stick", async (desk, _, ct) =>
        {
            await desk.Note("before", ct);
            await Stuck();
            await desk.Note("after", ct);
            return new Next.Show(new Route("help"));
        })
        .Act("note", async (desk, _, ct) =>
        {
            await desk.Note("noted", ct);
            return new Next.Show(new Route("help"));
        })
        .Act("boom", async (desk, _, ct) =>
        {
            await desk.Note("never", ct);
            throw new InvalidOperationException("boom");
        })
        .Act("form", (_, _, _) => Task.FromResult<Next>(new Next.Ask("form")))
        .Act("ask", (_, _, _) => Task.FromResult<Next>(new Next.Ask("ask")))
        .Act("slow", (_, _, _) => Task.FromResult<Next>(new Next.Ask("slow")))
        .Dialog("slow", _ => new Slow(), (_, result, _) => Task.FromResult<Next>(new Next.Tell(new View(Text.Literal("Slowly: " + result)))))
        .Act("check", (_, _, _) => Task.FromResult<Next>(new Next.Ask("check")))
        .Dialog("check", _ => new Check(), (_, result, _) => Task.FromResult<Next>(new Next.Tell(new View(Text.Literal("Checked: " + result)))))
        .Dialog("form", _ => new Form(this), async (desk, result, ct) =>
        {
            await desk.Note(result, ct);
            return result.StartsWith("Boom", StringComparison.Ordinal) ? throw new InvalidOperationException("boom") : new Next.Tell(new View(Text.Literal("Noted: " + result)));
        })
        .Dialog("ask", _ => new Question(this), async (desk, result, ct) =>
        {
            await desk.Note(result, ct);
            return new Next.Tell(new View(Text.Literal("Chosen: " + result)));
        })
        .HiddenCommand("poll", new Route("poll"))
        .Opens("poll", "poll")
        .Dialog("poll", () => new Poll(), answer => new Next.Tell(new View(Text.Literal("Thanks for: " + answer))));

    /// <summary>A page with a button to each of its routes.</summary>
    private sealed class Page(string route, string body, params IReadOnlyList<string> routes) : Screen<TinyDesk, string>
    {
        public Func<Task> Before { get; init; } = () => Task.CompletedTask;

        public override string Pattern => route;

        public override View Show(string model) => routes.Aggregate(new View(Text.Literal(model)), (view, to) => view.Row(Button.To(Text.Literal("To " + to), to)));

        protected override async Task<string?> Read(TinyDesk desk, RouteArgs at, CancellationToken ct)
        {
            await Before();
            return body;
        }
    }

    private sealed class Form(TinyShop shop) : Dialog<string>
    {
        public override string Name => "form";

        protected override async Flow<string> Talk()
        {
            if (shop.IsWordFirst) await Text("word", Lavka.Talk.Text.Literal("Word?"));
            if (shop.IsKindFirst) await Choice("kind", Lavka.Talk.Text.Literal("Kind?"), new Option<string>("home", Lavka.Talk.Text.Literal("At home"), "home"));
            var city = await Text("city", Lavka.Talk.Text.Literal("City?")).Length(3, 20);
            var flat = await Text("flat", Lavka.Talk.Text.Literal("Flat?")).Optional();
            var street = await Text("street", Lavka.Talk.Text.Literal("Street?"));
            return $"{city}, {street}, {flat ?? "no flat"}";
        }
    }

    /// <summary>Reminds after an hour and ends after a day.</summary>
    private sealed class Slow : Dialog<string>
    {
        public override string Name => "slow";

        public override TimeSpan? Remind => TimeSpan.FromHours(1);

        public override TimeSpan? Expires => TimeSpan.FromDays(1);

        protected override async Flow<string> Talk() =>
            await Text("first", Lavka.Talk.Text.Literal("First?")) + await Text("second", Lavka.Talk.Text.Literal("Second?")).Optional();
    }

    /// <summary>Looks at nothing and changes nothing.</summary>
    private sealed class Poll : Dialog<string>
    {
        public override string Name => "poll";

        protected override async Flow<string> Talk() => await Text("opinion", Lavka.Talk.Text.Literal("What do you think?"));
    }

    private sealed class Check : Dialog<string>
    {
        public override string Name => "check";

        protected override async Flow<string> Talk()
        {
            var from = await Part("from", Lavka.Talk.Text.Literal("From"), Who);
            var to = await Part("to", Lavka.Talk.Text.Literal("To"), Who);
            await Review(Lavka.Talk.Text.Literal("All right?"), Lavka.Talk.Text.Literal("Right"));
            return $"{from} to {to}";
        }

        private async Flow<string> Who() => await Text("name", Lavka.Talk.Text.Literal("Name?"));
    }

    private sealed class Question(TinyShop shop) : Dialog<string>
    {
        public override string Name => "ask";

        protected override async Flow<string> Talk()
        {
            var what = await Text("what", Lavka.Talk.Text.Literal("What?"));
            var answer = await Once("work", what, Lavka.Talk.Text.Literal("One moment"), TinyJson.Default.String, (key, _) =>
            {
                shop.Keys.Enqueue(key);
                return shop.Answer(what);
            });
            return await Choice("choice", Lavka.Talk.Text.Literal("Is it this?"), new Option<string>("yes", Lavka.Talk.Text.Literal("Yes: " + answer), answer))
                .Again("work", Lavka.Talk.Text.Literal("Ask anew"));
        }
    }
}

[JsonSerializable(typeof(string))]
internal sealed partial class TinyJson : JsonSerializerContext;
