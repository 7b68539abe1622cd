using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

/// <summary>Mistakes of a dialog's author surface as exceptions that name the place.</summary>
public sealed class MistakeTests
{
    [Fact]
    public void One_key_twice_on_a_path()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("name") + await ask.Text("name"));
        Should.Throw<InvalidOperationException>(() => chat.Say("Anna")).Message.ShouldBe("The key \"name\" stands twice on one path of the dialog \"scratch\".");
    }

    [Fact]
    public void One_key_in_two_parts_is_no_mistake() =>
        Scratch<string>.Chat(async ask => await ask.Within("from", async () => await ask.Text("name")) + await ask.Within("to", async () => await ask.Text("name"))).Say("Anna").Say("Bob").Returned("AnnaBob");

    [Fact]
    public void An_exception_between_questions_keeps_its_place()
    {
        var chat = Scratch<string>.Chat(async ask => (await ask.Text("name"))[..1] + await ask.Within("part", async () => Thrown(await ask.Text("age"))));
        var thrown = Should.Throw<FormatException>(() => chat.Say("Anna").Say("old"));
        thrown.StackTrace!.ShouldContain(nameof(Thrown));
    }

    [Fact]
    public void An_exception_in_a_rule_surfaces() =>
        Should.Throw<FormatException>(() => Scratch<string>.Chat(async ask => await ask.Text("age").Check(age => Thrown(age).Length > 0, Text.Literal("?"))).Say("x"));

    [Fact]
    public void A_hole_left_empty_surfaces() =>
        Should.Throw<InvalidOperationException>(() => Scratch<string>.Chat(async ask => await ask.Text("age").Help(new(ru: "{x}", en: "{x}")))).Message.ShouldContain("{x}");

    private static string Thrown(string text) => throw new FormatException(text);
}
