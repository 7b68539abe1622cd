using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Texts;

public sealed class TextTests
{
    private static readonly Text Hello = new(ru: "Привет, <b>{name}</b>!", en: "Hello, <b>{name}</b>!");

    [Fact]
    public void A_text_speaks_the_persons_language()
    {
        Hello.With("name", "Anna").Markup(Language.Ru).ShouldBe("Привет, <b>Anna</b>!");
        Hello.With("name", "Anna").Markup(Language.En).ShouldBe("Hello, <b>Anna</b>!");
    }

    [Theory]
    [InlineData("<b>", "&lt;b&gt;")]
    [InlineData("A & B", "A &amp; B")]
    [InlineData("&lt;", "&amp;lt;")]
    [InlineData("{name}", "{name}")]
    [InlineData("\"quoted\" 'too'", "\"quoted\" 'too'")]
    public void What_fills_a_hole_is_shown_literally(string value, string shown) => Hello.With("name", value).Markup(Language.En).ShouldBe($"Hello, <b>{shown}</b>!");

    [Fact]
    public void Plain_has_neither_marks_nor_escapes() => Hello.With("name", "A <&> B").Plain(Language.En).ShouldBe("Hello, A <&> B!");

    [Fact]
    public void A_hole_left_empty_is_a_mistake() => Should.Throw<InvalidOperationException>(() => Hello.Markup(Language.En)).Message.ShouldContain("{name}");

    [Fact]
    public void A_text_in_a_hole_speaks_the_same_language() =>
        Hello.With("name", new Text(ru: "<i>Анна</i>", en: "<i>Anna</i>")).Markup(Language.Ru).ShouldBe("Привет, <b><i>Анна</i></b>!");

    [Fact]
    public void Numbers_are_written_one_way_everywhere() => Hello.With("name", 1234.5m).Plain(Language.Ru).ShouldBe("Привет, 1234.5!");

    [Fact]
    public void Filling_a_hole_leaves_the_text_itself_as_it_was()
    {
        _ = Hello.With("name", "Anna");
        Should.Throw<InvalidOperationException>(() => Hello.Plain(Language.En));
    }

    [Fact]
    public void Lines_leave_out_what_is_null() => Text.Lines(Text.Literal("a"), null, Text.Literal("<b>")).Markup(Language.En).ShouldBe("a\n&lt;b&gt;");

    [Fact]
    public void Texts_are_joined_by_a_separator() => Text.Joined(" · ", Text.Literal("a"), null, Text.Literal("b")).Plain(Language.Ru).ShouldBe("a · b");

    [Fact]
    public void Lines_may_hold_lines() => Text.Lines(Text.Lines(Text.Literal("a"), Text.Literal("b")), Text.Lines(), Text.Literal("c")).Plain(Language.En).ShouldBe("a\nb\n\nc");

    [Fact]
    public void Many_lines_stay_in_order() => Text.Lines(Enumerable.Range(0, 30).Select(i => Text.Literal($"{i}"))).Plain(Language.En).ShouldBe(string.Join('\n', Enumerable.Range(0, 30)));

    [Fact]
    public void A_literal_is_literal_in_every_language() =>
        Enum.GetValues<Language>().ShouldAllBe(language => Text.Literal("{x} <b>").Plain(language) == "{x} <b>" && Text.Literal("{x} <b>").Markup(language) == "{x} &lt;b&gt;");
}
