using System.Text;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Views;

public sealed class TapCodeTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("очень/длинный/ключ.", 20));

    public static TheoryData<Tap> Taps =>
    [
        new Tap.Choose("Courier"), new Tap.Choose("a.b.c"), new Tap.Choose(""), new Tap.Skip(), new Tap.Back(), new Tap.Keep(), new Tap.Cancel(), new Tap.Return(), new Tap.Leave(),
        new Tap.Page(""), new Tap.Page("edit/from"), new Tap.Edit("0abcdef"), new Tap.EditPart("from"), new Tap.Again("prices"), new Tap.Open("template"),
    ];

    public static TheoryData<Tap> LongTaps => [new Tap.Choose(Long), new Tap.Page(Long), new Tap.EditPart(Long), new Tap.Again(Long), new Tap.Open(Long)];

    [Theory]
    [MemberData(nameof(Taps))]
    public void A_move_comes_back_as_it_was_written(Tap tap) => TapCode.Read(TapCode.Write("d1", Long, tap)).ShouldBe(("d1", KeyCode.Of(Long), tap));

    [Theory]
    [MemberData(nameof(LongTaps))]
    public void A_long_name_fits_into_64_bytes_and_means_the_same(Tap tap)
    {
        var data = TapCode.Write("d123456789", Long, tap);
        Encoding.UTF8.GetByteCount(data).ShouldBeLessThanOrEqualTo(64);
        var written = TapCode.Read(data)!.Value.Tap switch
        {
            Tap.Choose choose => choose.Option,
            Tap.Page page => page.Name,
            Tap.EditPart part => part.Part,
            Tap.Again again => again.Work,
            Tap.Open open => open.Dialog,
            var other => throw new ShouldAssertException($"{other}"),
        };
        TapCode.Means(written, Long).ShouldBeTrue();
        TapCode.Means(written, Long + "!").ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("/order/42")]
    [InlineData("d1")]
    [InlineData("d1.abc.s")]
    [InlineData("d1.0abcdef.")]
    [InlineData("d1.0abcdef.?")]
    public void Anything_else_is_no_move(string data) => TapCode.Read(data).ShouldBeNull();

    [Fact]
    public void A_code_has_seven_characters_whatever_the_key() =>
        new[] { "", "a", "from/name", Long, "\uD83D" }.Select(KeyCode.Of).ShouldAllBe(code => code.Length == 7 && code.All(char.IsAsciiLetterOrDigit));

    [Fact]
    public void Keys_as_dialogs_have_them_do_not_collide()
    {
        var keys = from part in new[] { "", "from/", "to/", "box/", "door/", "item/1/", "item/2/", "item/3/" }
                   from key in new[] { "name", "street", "flat", "city", "state", "zip", "phone", "weight", "standard", "length", "width", "height", "way", "review", "price" }
                   select part + key;
        keys.Select(KeyCode.Of).ShouldBeUnique();
    }
}
