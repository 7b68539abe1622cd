using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Exploring;

public sealed class ExplorerTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_ways_of_delivery_are_walked_to_the_end()
    {
        var map = await Map(() => new AddressDialog());

        map.Terms.Select(term => term.ToString()).ShouldBe(
            ["address city text", "address way choice(Courier|Locker)", "address door/street text", "address door/flat text optional", "address phone text", "address review review"], ignoreOrder: true);
        map.Doubts.ShouldBeEmpty();
        map.Scenes.ShouldAllBe(scene => scene.Doubts.Count == 0);
        map.Ways.ShouldContain(way => way.To == Passage.End);
        map.Ways.ShouldContain(way => way.To == Passage.Left);
        map.Scenes.Count(scene => scene.Kind is SceneKind.Review && scene.When.Length == 0).ShouldBe(2, "with the door and without it");
    }

    [Fact]
    public async Task A_question_that_only_one_early_answer_leads_to_is_reached_however_many_questions_lie_between()
    {
        var map = await Map(() => new Scratch<string>(async ask =>
        {
            var fast = await ask.Choice("fast", "yes", "no");
            for (var i = 1; i <= 5; i++) await ask.Text($"item/{i}").Sample("a thing");
            return fast == "no" ? await ask.Text("reason").Sample("late") : fast;
        }));

        map.Terms.ShouldContain(term => term.Key == "reason");
    }

    [Fact]
    public async Task Forty_optional_questions_do_not_make_the_walk_endless()
    {
        var map = await Map(() => new Scratch<string>(async ask =>
        {
            var said = "";
            for (var i = 1; i <= 40; i++) said += await ask.Text($"item/{i}").Sample("a thing").Optional();
            return said;
        }));

        map.Scenes.Count(scene => scene.Kind is SceneKind.Asked).ShouldBe(40);
        map.Scenes.Count.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task What_a_question_refuses_is_written_down()
    {
        var map = await Map(() => new AddressDialog());

        map.Scenes.Single(scene => scene is { Key: "phone", Kind: SceneKind.Asked }).Hints.Select(hint => hint.Hint.Plain(Language.En)).ShouldContain("Start with +, please.");
    }

    [Fact]
    public async Task Options_that_lead_to_the_same_are_doubtful()
    {
        var map = await Map(() => new Scratch<string>(async ask =>
        {
            var size = await ask.Choice("size", "small", "large", "huge");
            return size == "huge" ? await ask.Text("why").Sample("because") : "usual";
        }));

        map.Scenes.Single(scene => scene is { Key: "size", Kind: SceneKind.Asked }).Doubts.ShouldBe(["It makes no difference which is chosen: small, large."]);
    }

    [Fact]
    public async Task A_sample_that_its_question_refuses_is_doubtful() =>
        (await Map(() => new Scratch<string>(async ask => await ask.Text("city").Sample("Ri").Length(3, 9)))).Doubts
            .ShouldBe(["The sample of \"city\" is refused by its own question: From 3 to 9 characters, please."]);

    [Fact]
    public async Task A_question_without_a_sample_is_doubtful() =>
        (await Map(() => new Scratch<string>(async ask => await ask.Text("city")))).Doubts.ShouldHaveSingleItem().ShouldContain("\"city\" has no sample");

    [Fact]
    public async Task A_refused_work_and_a_finished_one_are_both_walked()
    {
        var no = new Text(ru: "Не вышло.", en: "It did not work.");
        var tour = Tour.Of(() => new Scratch<string>(async ask => await ask.Once("price", "", Samples.ScratchJson.Default.String, _ => new Found<string>.Value("9")))).Refusing("price", no);

        var map = (await Explorer.Walk(tour, Ct)).Dialogs[0];

        map.Scenes.Select(scene => scene.Kind).ShouldContain(SceneKind.Refused);
        map.Ways.ShouldContain(way => way.Label == no);
        map.Ways.ShouldContain(way => way.IsAnswer && way.To == Passage.End);
    }

    [Fact]
    public async Task A_key_asked_twice_is_found_wherever_it_hides()
    {
        var error = await Should.ThrowAsync<InvalidOperationException>(() => Map(() => new Scratch<string>(async ask =>
        {
            var way = await ask.Choice("way", "locker", "courier");
            if (way == "courier") await ask.Text("street").Sample("Main");
            await ask.Text("phone").Sample("1");
            return way == "courier" ? await ask.Text("street").Sample("Main") : way;
        })));

        error.Message.ShouldContain("\"street\" stands twice");
    }

    [Fact]
    public async Task A_question_that_nobody_can_reach_is_found() =>
        (await Map(() => new Crane())).Doubts.ShouldBe(["\"crane\" stands in the code, and nobody can reach it."]);

    private sealed class Crane : Dialog<string>
    {
        public override string Name => "crane";

        protected override async Flow<string> Talk()
        {
            var weight = await Number("weight", Lavka.Talk.Text.Literal("Weight?")).Sample("5").Range(0, 150);
            var lift = weight > 500 ? await Part("lift", Lift) : "by hand";
            return lift + await Text("street", Lavka.Talk.Text.Literal("Street?")).Sample("Main");
        }

        private async Flow<string> Lift() => await Text("crane", Lavka.Talk.Text.Literal("Which crane?")).Sample("a red one");
    }

    private static async Task<DialogMap> Map(Func<Dialog> dialog) => (await Explorer.Walk(Tour.Of(dialog), Ct)).Dialogs[0];
}
