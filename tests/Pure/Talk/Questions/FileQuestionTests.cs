using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class FileQuestionTests
{
    private static TestChat Chat(Func<Ask<Media>, Ask<Media>> rules) => Scratch<string>.Chat(async ask => (await rules(ask.File("passport"))).File + await ask.Text("next"));

    [Fact]
    public void A_file_is_taken_with_its_name_shown_literally()
    {
        var chat = Chat(ask => ask).File("<b>my & scan</b>.pdf", "application/pdf");
        chat.Closing.ShouldBe("✅ passport?: 📎 <b>my & scan</b>.pdf");
        chat.Back().Shows("Keep: 📎 <b>my & scan</b>.pdf").Keep().Say("!").Returned("file-of-<b>my & scan</b>.pdf!");
    }

    [Fact]
    public void A_name_of_any_length_is_kept_short() =>
        Chat(ask => ask).Step(new Input.Sent("document", new Media("document", "f1", new string('n', 4000) + "\uD83D.pdf", "application/pdf"))).Shows("next?").Json.Length.ShouldBeLessThan(400);

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("APPLICATION/PDF", true)]
    [InlineData("image/png", true)]
    [InlineData("text/plain", false)]
    [InlineData("", false)]
    public void Its_type_may_be_asked_for(string type, bool fits)
    {
        var chat = Chat(ask => ask.Types("application/pdf", "image/*")).File("a", type);
        if (fits) chat.Shows("next?");
        else chat.Shows("⚠️ A file of these kinds, please: PDF, image.");
    }

    [Fact]
    public void Its_size_is_bounded_by_20_MB_or_by_what_the_author_says()
    {
        Chat(ask => ask).File("a", "application/pdf", 21_000_000).Shows("larger than 20 MB");
        Chat(ask => ask.Largest(1_500_000)).File("a", "application/pdf", 1_500_001).Shows("larger than 1.4 MB").File("a", "application/pdf", 1_500_000).Shows("next?");
        Chat(ask => ask.Largest(50_000_000)).File("a", "application/pdf", 21_000_000).Shows("next?");
        Chat(ask => ask).File("a", "application/pdf", size: null).Shows("next?");
    }

    [Theory]
    [InlineData("voice")]
    [InlineData("video_note")]
    [InlineData("sticker")]
    public void What_is_said_rather_than_handed_in_is_hinted_at(string kind) => Chat(ask => ask).Sends(kind).Shows("⚠️ Please send a file", "passport?");

    [Fact]
    public void A_photo_is_a_file_too() => Chat(ask => ask.Types("image/jpeg")).Photo("p1").Say("!").Returned("p1!");

    [Fact]
    public void A_stored_file_that_a_stricter_rule_refuses_is_asked_again() =>
        Chat(ask => ask).File("a.txt", "text/plain").Shows("next?")
            .Deploy(() => new Scratch<string>(async ask => (await ask.File("passport").Types("application/pdf")).File + await ask.Text("next"))).Shows("passport?");
}
