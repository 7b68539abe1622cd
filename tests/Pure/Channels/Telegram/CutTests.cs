using System.Net;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Channels.Telegram;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public class CutTests
{
    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "1234…")]
    [InlineData("<b>12345</b>", 5, "<b>12345</b>")]
    [InlineData("<b>123456</b>", 5, "<b>1234…</b>")]
    [InlineData("<b>12<i>3456</i></b>", 5, "<b>12<i>34…</i></b>")]
    [InlineData("<b>1234</b>56", 5, "<b>1234</b>…")]
    [InlineData("1234<b>56</b>", 5, "1234<b>…</b>")]
    [InlineData("123&amp;5", 5, "123&amp;5")]
    [InlineData("1234&lt;6", 5, "1234…")]
    [InlineData("&lt;&gt;&amp;&quot;56", 5, "&lt;&gt;&amp;&quot;…")]
    [InlineData("a & b; c", 5, "a & …")]
    [InlineData("123👋6", 5, "123…")]
    [InlineData("12👋5", 5, "12👋5")]
    [InlineData("12e\u0301456", 5, "12e\u0301…")]
    [InlineData("👨‍👩‍👧‍👦!", 5, "…")]
    public void it_is_cut_between_whole_characters_and_what_is_open_is_closed(string html, int limit, string expected) => Cut.Html(html, limit).ShouldBe(expected);

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123👋", "123👋")]
    [InlineData("123👋6", "123…")]
    public void plain_text_is_cut_between_whole_characters(string text, string expected) => Cut.Plain(text, 5).ShouldBe(expected);

    [Fact]
    public void cut_html_is_always_well_formed_within_the_limit_and_a_beginning_of_the_original() =>
        Prop.ForAll(Html.ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (html, limit) =>
        {
            var cut = Cut.Html(html, limit);
            var (shown, whole) = (Shown(cut), Shown(html));
            shown.Length.ShouldBeLessThanOrEqualTo(limit);
            if (whole.Length <= limit) cut.ShouldBe(html);
            else whole.ShouldStartWith(shown.ShouldEndWithEllipsis(), Case.Sensitive);
        }).QuickCheckThrowOnFailure();

    /// <summary>What Talk writes: the marks b, i and code, nested; entities; every alphabet, emoji of several units and combining marks.</summary>
    private static Gen<string> Html
    {
        get
        {
            var character = Gen.Elements("a", "ж", " ", "&amp;", "&lt;", "&gt;", "&#128075;", "👋", "👨‍👩‍👧‍👦", "e\u0301", "🇰🇿", "\n", "漢", "\u0600");
            var run = character.ListOf().Select(string.Concat);
            return Gen.Sized(size => Nested(Math.Min(size, 4)));

            Gen<string> Nested(int depth) => depth == 0 ? run : Gen.OneOf(run,
                from tag in Gen.Elements("b", "i", "code") from before in run from inside in Nested(depth - 1) from after in Nested(depth - 1)
                select $"{before}<{tag}>{inside}</{tag}>{after}");
        }
    }

    /// <summary>Reads HTML as Telegram does, and throws where Telegram would refuse it.</summary>
    private static string Shown(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        for (var at = 0; at < html.Length; at++)
        {
            var end = html[at] switch { '<' => html.IndexOf('>', at), '&' => html.IndexOf(';', at), _ => at };
            end.ShouldBeGreaterThanOrEqualTo(at, $"torn at {at}: {html}");
            var piece = html[at..(end + 1)];
            if (piece.StartsWith("</", StringComparison.Ordinal)) open.Pop().ShouldBe(piece[2..^1]);
            else if (piece[0] == '<') open.Push(piece[1..^1]);
            else text.Append(WebUtility.HtmlDecode(piece));
            at = end;
        }
        open.ShouldBeEmpty(html);
        var shown = text.ToString();
        shown.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar, html);
        return shown;
    }
}

file static class Shortened
{
    public static string ShouldEndWithEllipsis(this string shown)
    {
        shown.ShouldEndWith("…", Case.Sensitive);
        return shown[..^1];
    }
}
