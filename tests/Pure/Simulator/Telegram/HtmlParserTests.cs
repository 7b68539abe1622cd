using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Simulator.Telegram;
using Lavka.Simulator.Telegram.Html;
using Lavka.Simulator.Telegram.Texts;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Simulator.Telegram;

public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("<b>x</b>", "bold")]
    [InlineData("<STRONG>x</STRONG>", "bold")]
    [InlineData("<i>x</i>", "italic")]
    [InlineData("<em>x</em>", "italic")]
    [InlineData("<u>x</u>", "underline")]
    [InlineData("<s>x</s>", "strikethrough")]
    [InlineData("<code>x</code>", "code")]
    [InlineData("<pre>x</pre>", "pre")]
    [InlineData("<blockquote>x</blockquote>", "blockquote")]
    [InlineData("<blockquote expandable>x</blockquote>", "expandable_blockquote")]
    [InlineData("<tg-spoiler>x</tg-spoiler>", "spoiler")]
    [InlineData("<span class=\"tg-spoiler\">x</span>", "spoiler")]
    public void each_tag_becomes_its_entity(string html, string type)
    {
        var text = HtmlParser.Parse(html);
        text.Text.ShouldBe("x");
        text.Entities.ShouldHaveSingleItem().ShouldBe(new TextEntity(type, 0, 1));
    }

    [Fact]
    public void offsets_count_utf16_units()
    {
        var text = HtmlParser.Parse("😀 <b>ё</b>");
        text.Entities.ShouldHaveSingleItem().ShouldBe(new TextEntity("bold", 3, 1));
    }

    [Fact]
    public void entities_nest_with_the_outer_one_first()
    {
        var text = HtmlParser.Parse("<b>a<i>b</i></b>");
        text.Entities.ShouldBe([new TextEntity("bold", 0, 2), new TextEntity("italic", 1, 1)]);
    }

    [Fact]
    public void a_link_keeps_its_address_decoded()
    {
        var text = HtmlParser.Parse("<a href=\"https://lavka.example/?a=1&amp;b=2\">here</a>");
        text.Entities.ShouldHaveSingleItem().ShouldBe(new TextEntity("text_link", 0, 4, Url: "https://lavka.example/?a=1&b=2"));
    }

    [Fact]
    public void a_link_to_nowhere_is_plain_text() => HtmlParser.Parse("<a href=\"localhost\">here</a>").Entities.ShouldBeEmpty();

    [Fact]
    public void code_inside_pre_gives_the_block_its_language()
    {
        var text = HtmlParser.Parse("<pre><code class=\"language-csharp\">x</code></pre>");
        text.Entities.ShouldHaveSingleItem().ShouldBe(new TextEntity("pre", 0, 1, Language: "csharp"));
    }

    [Theory]
    [InlineData("&lt;&gt;&amp;&quot;", "<>&\"")]
    [InlineData("&#128512;&#x1F600;", "😀😀")]
    [InlineData("&lt b", "< b")]
    [InlineData("&nbsp;&apos;", "&nbsp;&apos;")]
    [InlineData("a & b", "a & b")]
    public void only_the_known_references_are_decoded(string html, string text) => HtmlParser.Parse(html).Text.ShouldBe(text);

    [Theory]
    [InlineData("<b>x", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b><i>x</b></i>", "Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"")]
    [InlineData("x</b>", "Unexpected end tag at byte offset 1")]
    [InlineData("ё<p>x</p>", "Unsupported start tag \"p\" at byte offset 2")]
    [InlineData("1 <2", "Unclosed start tag at byte offset 2")]
    [InlineData("1 < 2 >", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("<b", "Unclosed start tag at byte offset 0")]
    [InlineData("<a href>x</a>", "Expected equal sign in declaration of an attribute of the tag \"a\" at byte offset 0")]
    [InlineData("<a href=\"x", "Unclosed start tag at byte offset 0")]
    [InlineData("<span>x</span>", "Tag \"span\" must have class \"tg-spoiler\" at byte offset 0")]
    [InlineData("<b>x</b", "Unclosed end tag at byte offset 4")]
    public void broken_html_is_refused_in_telegrams_words(string html, string reason)
    {
        var refusal = Should.Throw<RefusedException>(() => HtmlParser.Parse(html));
        refusal.Code.ShouldBe(400);
        refusal.Message.ShouldBe($"Bad Request: can't parse entities: {reason}");
    }

    [Fact]
    public void any_escaped_text_comes_back_as_it_was() => Prop
        .ForAll<NonNull<string>>(text => HtmlParser.Parse(WebUtility.HtmlEncode(text.Get)).Text == text.Get)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void any_text_at_all_is_parsed_or_refused() => Prop
        .ForAll(Gen.Elements("<", ">", "/", "b", "a", " ", "=", "\"", "&", "lt;", "href", "pre", "😀").ListOf().Select(string.Concat).ToArbitrary(), IsParsedOrRefused)
        .QuickCheckThrowOnFailure();

    private static bool IsParsedOrRefused(string html)
    {
        try
        {
            var text = HtmlParser.Parse(html);
            return text.Entities.All(entity => entity.Offset >= 0 && entity.Length > 0 && entity.End <= text.Text.Length);
        }
        catch (RefusedException)
        {
            return true;
        }
    }
}
