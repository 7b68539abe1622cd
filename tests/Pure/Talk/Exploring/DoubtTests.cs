using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Exploring;

/// <summary>Each thing that may be wrong with a screen is seeded once and found.</summary>
public sealed class DoubtTests
{
    private static readonly Button Go = Button.To(Both("Вперёд", "Go"), "home");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_screen_that_is_as_it_should_be_raises_no_doubt() => (await Doubts(new View(Both("Привет", "Hello")).Row(Go))).ShouldBeEmpty();

    [Fact]
    public async Task A_text_that_is_too_long_in_one_language_is_found() =>
        (await Doubts(new View(Both(new string('я', 4097), "short")).Row(Go))).ShouldBe(["Ru: the text has 4097 characters, 4096 are allowed."]);

    [Fact]
    public async Task Marks_do_not_count_and_entities_count_once() =>
        (await Doubts(new View(Both("<b>" + new string('я', 4000) + "</b>{x}", "short {x}").With("x", new string('&', 90))).Row(Go))).ShouldBeEmpty();

    [Fact]
    public async Task A_caption_has_less_room() =>
        (await Doubts(new View(Both(new string('я', 1025), "short")) { File = new Attachment("f", "a.pdf", "application/pdf") }.Row(Go)))
            .ShouldBe(["Ru: the text has 1025 characters, 1024 are allowed."]);

    [Fact]
    public async Task Too_many_buttons_are_found()
    {
        var nine = new View(Both("Привет", "Hello")).Row([.. Enumerable.Range(1, 9).Select(n => Button.To(Text.Literal($"{n}"), "home"))]);
        (await Doubts(nine)).ShouldContain("En: more than 8 buttons in a row.");
        var many = Enumerable.Range(1, 101).Aggregate(new View(Both("Привет", "Hello")), (view, n) => view.Row(Button.To(Text.Literal($"{n}"), "home")));
        (await Doubts(many)).ShouldContain("En: 101 buttons, 100 are allowed.");
    }

    [Fact]
    public async Task A_label_that_a_phone_cuts_is_found() =>
        (await Doubts(new View(Both("Привет", "Hello")).Row(Button.To(Both("Вернуться к выбору тарифа", "Back"), "home"), Go))).ShouldBe(["Ru: \"Вернуться к выбору тарифа\" is cut on a phone."]);

    [Fact]
    public async Task A_text_that_nobody_translated_is_found_unless_it_is_meant_so()
    {
        (await Doubts(new View(new Text(ru: "Hello {n}", en: "Hello {n}").With("n", 1)).Row(Go))).ShouldBe(["Not translated: \"Hello {n}\". If it is right in every language, write Text.Same."]);
        (await Doubts(new View(Text.Same("{n} lb").With("n", 1)).Row(Go))).ShouldBeEmpty();
        (await Doubts(new View(Text.Literal("Anna")).Row(Go))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_screen_without_a_way_out_is_found() => (await Doubts(new View(Both("Привет", "Hello")))).ShouldBe(["A screen without a way out: it has no button."]);

    [Fact]
    public async Task A_button_that_leads_nowhere_is_found() =>
        (await Doubts(new View(Both("Привет", "Hello")).Row(Button.To(Both("Туда", "There"), "nowhere")))).ShouldBe(["The button to \"nowhere\" leads nowhere."]);

    [Fact]
    public async Task What_has_no_sample_and_what_nobody_reaches_is_found()
    {
        var script = new Script<object>(new Route("home")).Screen(new Page("home")).Screen(new Page("hidden")).Act("act", (_, _, _) => Task.FromResult<Next>(new Next.Stay(Both("Да", "Yes"))));
        var tour = Tour.Of("shop", script).Screen("", new Page("home"), new View(Both("Привет", "Hello")).Row(Go)).Screen("", new Page("hidden"), new View(Both("Тут", "Here")).Row(Go));

        (await Explorer.Walk(tour, Ct)).AllDoubts.Select(doubt => doubt.Doubt).ShouldBe([
            "The act \"act\" has no sample: nobody knows where it leads.", "\"hidden\" is reached by no button, command or message.", "\"act\" is reached by no button, command or message.",
        ]);
    }

    [Fact]
    public async Task The_gallery_shows_what_a_person_typed_literally_and_needs_nothing_from_elsewhere()
    {
        var view = new View(Both("Привет, {name}", "Hello, {name}").With("name", "<script>alert(1)</script>")).Row(Button.To(Text.Literal("<b>"), "home"));
        var script = new Script<object>(new Route("home")).Screen(new Page("home"));

        var html = Gallery.Html(await Explorer.Walk(Tour.Of("shop", script).Screen("", new Page("home"), view), Ct));

        html.ShouldNotContain("<script");
        html.ShouldNotContain("src=");
        html.ShouldNotContain("href=\"http");
        html.ShouldContain("Hello, &lt;script&gt;");
        html.ShouldContain("<span>&lt;b&gt;</span>");
        html.ShouldContain("lang=\"ru\"");
    }

    private static async Task<IEnumerable<string>> Doubts(View view)
    {
        var script = new Script<object>(new Route("home")).Screen(new Page("home"));
        return (await Explorer.Walk(Tour.Of("shop", script).Screen("", new Page("home"), view), Ct)).AllDoubts.Select(doubt => doubt.Doubt);
    }

    private static Text Both(string ru, string en) => new(ru, en);

    private sealed class Page(string route) : Screen<object, View>
    {
        public override string Pattern => route;

        public override View Show(View model) => model;

        protected override Task<View?> Read(object desk, RouteArgs at, CancellationToken ct) => Task.FromResult<View?>(null);
    }
}
