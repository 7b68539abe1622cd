using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Questions;

public sealed class PhotoQuestionTests
{
    private static TestChat One() => Scratch<string>.Chat(async ask => (await ask.Photo("door")).File + await ask.Text("next"));

    private static TestChat Several(int least = 1, int most = 10) =>
        Scratch<string>.Chat(async ask => string.Join('+', (await ask.Photos("rooms", least, most)).Select(photo => photo.File)) + await ask.Text("next"));

    [Fact]
    public void A_photo_is_taken_as_a_reference()
    {
        var chat = One().Shows("door?", "[❌ Cancel]").Photo("p1");
        chat.Closing.ShouldBe("✅ door?: 📷 photo");
        chat.State!.Answers["door"].ShouldBe("""{"kind":"photo","file":"p1","mediaType":"image/jpeg","size":90000}""");
        chat.Say("!").Returned("p1!");
    }

    [Fact]
    public void A_picture_sent_as_a_file_is_a_photo_too() => One().File("a.png", "image/png").Say("!").Returned("file-of-a.png!");

    [Theory]
    [InlineData("voice")]
    [InlineData("sticker")]
    [InlineData("video_note")]
    public void Anything_else_is_hinted_at(string kind)
    {
        var chat = One();
        var before = chat.Json;
        chat.Sends(kind).Shows("⚠️ Please send a photo", "door?").Json.ShouldBe(before);
        chat.Say("here it is").Shows("⚠️ Please send a photo").Json.ShouldBe(before);
        chat.File("a.pdf", "application/pdf").Shows("⚠️ Please send a photo").Json.ShouldBe(before);
    }

    [Fact]
    public void A_picture_that_no_bot_can_download_is_refused_with_the_limit() =>
        One().File("a.png", "image/png", 20 * 1024 * 1024 + 1).Shows("⚠️ The file is larger than 20 MB").File("a.png", "image/png", 20 * 1024 * 1024).Shows("next?");

    [Fact]
    public void Of_an_album_the_first_is_taken_and_the_rest_is_passed_over_in_silence()
    {
        var chat = One().Album("a1", "p1");
        var before = chat.Shows("next?").Json;
        chat.Album("a1", "p2", "p3").Json.ShouldBe(before);
        chat.Prompt.ShouldSatisfyAllConditions(prompt => prompt.Manner.ShouldBe(Manner.Stale), prompt => prompt.Note.ShouldBeNull());
        chat.Photo("p4", "a2").Shows("⚠️ Please write the answer as text.").Say("!").Returned("p1!");
    }

    [Fact]
    public void The_rest_of_an_album_does_not_answer_the_next_question()
    {
        var chat = Scratch<string>.Chat(async ask => (await ask.Photo("door")).File + (await ask.Photo("yard")).File);
        chat.Album("a1", "p1", "p2").Shows("yard?").Photo("p3", "a2").Returned("p1p3");
    }

    [Fact]
    public void An_album_where_text_is_asked_is_hinted_at_once()
    {
        var chat = Scratch<string>.Chat(async ask => await ask.Text("a")).Photo("p1", "a1").Shows("⚠️");
        chat.Prompt.Manner.ShouldBe(Manner.Hint);
        var before = chat.Json;
        for (var i = 2; i <= 10; i++) chat.Photo("p" + i, "a1").Prompt.Manner.ShouldBe(Manner.Stale);
        chat.Json.ShouldBe(before);
    }

    [Fact]
    public void Ten_photos_of_an_album_are_told_by_one_message()
    {
        var chat = Several().DoesNotShow("Done]").Photo("p1", "a1").Shows("📷 Received: 1.", "Done (1)");
        chat.Prompt.Manner.ShouldBe(Manner.Fresh);
        for (var i = 2; i <= 10; i++) chat.Photo("p" + i, "a1").Shows($"📷 Received: {i}.").Prompt.Manner.ShouldBe(Manner.More);
        chat.Tap("Done").Closing.ShouldBe("✅ rooms?: 📷 10 photos");
        chat.Say("!").Returned("p1+p2+p3+p4+p5+p6+p7+p8+p9+p10!");
    }

    [Fact]
    public void Photos_one_by_one_and_in_several_albums_are_one_answer() => Several().Photo("p1").Album("a1", "p2", "p3").Album("a2", "p4").Photo("p5").Tap("Done").Say("!").Returned("p1+p2+p3+p4+p5!");

    [Fact]
    public void Done_may_be_written() => Several().Photo("p1").Say("Готово").Say("!").Returned("p1!");

    [Fact]
    public void More_than_allowed_are_not_taken_and_that_is_told_by_the_same_message()
    {
        var chat = Several(most: 2).Album("a1", "p1", "p2");
        var before = chat.Json;
        chat.Photo("p3", "a1").Shows("⚠️ 2 photos at most", "📷 Received: 2.").Prompt.Manner.ShouldBe(Manner.More);
        chat.Json.ShouldBe(before);
        chat.Tap("Done").Say("!").Returned("p1+p2!");
    }

    [Fact]
    public void Too_few_are_told()
    {
        var chat = Several(least: 2).Photo("p1").Tap("Done");
        chat.Prompt.Note!.Plain(Language.En).ShouldBe("At least 2 photos are needed.");
        chat.Say("done").Shows("⚠️ At least 2 photos are needed.").Photo("p2").Tap("Done").Say("!").Returned("p1+p2!");
    }

    [Fact]
    public void One_may_start_over() => Several().Album("a1", "p1", "p2").Tap("Start over").DoesNotShow("Received").Photo("p3").Tap("Done").Say("!").Returned("p3!");

    [Fact]
    public void A_video_in_an_album_of_photos_is_passed_over()
    {
        var chat = Several();
        chat.Step(new Input.Sent("video", new Media("video", "v1"), null, "a1")).Shows("⚠️ Send the photos");
        chat.Album("a1", "p1").Step(new Input.Sent("video", new Media("video", "v2"), null, "a1"));
        chat.Prompt.Manner.ShouldBe(Manner.Stale);
        chat.Step(new Input.Open()).Shows("Received: 1.").Tap("Done").Say("!").Returned("p1!");
    }

    [Fact]
    public void The_rest_of_an_album_that_comes_after_done_is_passed_over() => Several().Album("a1", "p1").Tap("Done").Album("a1", "p2").Say("!").Returned("p1!");

    [Fact]
    public void Photos_that_were_sent_survive_a_step_back() => Several2().Say("1").Album("a1", "p1", "p2").Back().Keep().Shows("Received: 2.").Tap("Done").Returned("1p1+p2");

    [Fact]
    public void Wrong_input_never_makes_the_draft_grow()
    {
        var chat = Several(most: 2).Album("a1", "p1", "p2");
        var before = chat.Json.Length;
        for (var i = 0; i < 200; i++) chat.Photo("p" + i, "b" + i % 10).Sends("voice").Say("text");
        chat.Json.Length.ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public void More_photos_than_fit_into_an_answer_are_the_authors_mistake() => Should.Throw<ArgumentOutOfRangeException>(() => Several(most: 31));

    private static TestChat Several2() => Scratch<string>.Chat(async ask => await ask.Text("a") + string.Join('+', (await ask.Photos("rooms")).Select(photo => photo.File)));
}
