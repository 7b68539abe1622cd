using Lavka.Kit;
using Lavka.Pure.Talk.Samples;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk;

/// <summary>What holds for every kind of question alike.</summary>
public sealed class EveryKindTests
{
    public static TheoryData<string> Kinds { get; } = [.. EverythingDialog.Keys];

    public static IEnumerable<TheoryDataRow<string, Language>> KindsInBothLanguages { get; } =
        [.. EverythingDialog.Keys.SelectMany(key => Enum.GetValues<Language>().Select(language => new TheoryDataRow<string, Language>(key, language)))];

    [Theory]
    [MemberData(nameof(KindsInBothLanguages))]
    public void It_is_answered_counted_and_closed_with_its_answer(string key, Language language)
    {
        var chat = At(key).In(language).Step(new Input.Open());
        var n = Index(key) + 1;
        chat.Shows((language is Language.Ru ? "Шаг " : "Step ") + $"{n}/{EverythingDialog.Keys.Count}");
        Answer(chat, key);
        chat.Prompt.Key.ShouldBe(n < EverythingDialog.Keys.Count ? EverythingDialog.Keys[n] : "review");
        chat.Closing.ShouldStartWith("✅ ");
    }

    [Fact]
    public void All_of_them_come_to_the_end_when_everything_is_delivered_twice_and_the_process_dies_at_every_step()
    {
        var chat = TestChat.With<EverythingDialog>().Twice();
        foreach (var key in EverythingDialog.Keys) Answer(chat.Crash(Kit.At.BeforeCommit), key);
        chat.Crash(Kit.At.AfterCommit).Tap("Confirm").Returned("Anna 2 Courier wifi+cot False 12-16 2 photo-file 2 file-of-a.pdf +77012345678 43 12345");
    }

    [Theory, Covers("shipping:A19"), Covers("shipping:A20")]
    [MemberData(nameof(KindsInBothLanguages))]
    public void Strange_input_is_hinted_at_and_neither_moves_the_question_nor_makes_the_state_grow(string key, Language language)
    {
        var chat = At(key).In(language);
        var before = chat.Json;
        foreach (var strange in Strange(key))
        {
            chat.Step(strange).Prompt.ShouldSatisfyAllConditions(prompt => prompt.Key.ShouldBe(key), prompt => prompt.Manner.ShouldBe(Manner.Hint, strange.ToString()));
            chat.Shows("⚠️").Json.ShouldBe(before);
        }
        Answer(chat, key);
        chat.Prompt.Key.ShouldNotBe(key);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_can_be_edited_from_the_review_or_kept_and_the_review_stands_again(string key)
    {
        var chat = AtReview();
        var before = chat.Json;
        chat.Press(TapCode.Write("d1", "review", new Tap.Edit(KeyCode.Of(key)))).Prompt.Key.ShouldBe(key);
        chat.Keep().Prompt.Key.ShouldBe("review");
        chat.Json.ShouldBe(before);
        chat.Press(TapCode.Write("d1", "review", new Tap.Edit(KeyCode.Of(key)))).Press(Anew(chat));
        Answer(chat, key);
        chat.Prompt.Key.ShouldBe("review");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void One_can_step_back_from_it_and_keep_the_answer_before(string key)
    {
        if (Index(key) == 0) return;
        var chat = At(key);
        var (seen, before) = (chat.Step(new Input.Open()).Seen, chat.Json);
        chat.Back().Prompt.Key.ShouldBe(EverythingDialog.Keys[Index(key) - 1]);
        chat.Keep().Seen.ShouldBe(seen);
        chat.Json.ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Whoever_wants_to_leave_it_is_asked_and_comes_back_to_the_very_same_view(string key)
    {
        var chat = At(key);
        var seen = chat.Step(new Input.Open()).Seen;
        chat.Cancel().Shows("Stop here?").Stay().Seen.ShouldBe(seen);
        chat.Interrupt().Leave().Farewell.ShouldBe("❌ Stopped.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_stored_answer_that_fits_no_longer_is_asked_again_alone(string key)
    {
        var answers = new Dictionary<string, string?>(AtReview().State!.Answers) { [key] = key is "name" or "code" ? "x" : "\u0001 not a form" };
        var chat = TestChat.With<EverythingDialog>(answers);
        chat.Prompt.Key.ShouldBe(key);
        Answer(chat, key);
        chat.Prompt.Key.ShouldBe("review");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Left_alone_it_reminds_once_and_then_ends_with_a_word(string key)
    {
        var chat = At(key).Wait(TimeSpan.FromHours(2)).Shows("You have not finished");
        chat.Prompt.Key.ShouldBe(key);
        chat.Wait(TimeSpan.FromHours(23)).Farewell.ShouldNotBeNull().ShouldContain("Time is up");
    }

    [Fact]
    public void Every_answer_stands_in_the_review_and_the_secret_does_not()
    {
        var chat = AtReview();
        chat.Shows("Name: Anna", "Guests: 2", "Keys: 🚚 Courier", "Extras: 🛜 Internet, 🛏 A cot", "Pets: No", "Visit: 16 December 2026", "Stay: 17–19 December 2026, 2 nights",
            "Document: 📷 photo", "Pictures: 📷 2 photos", "Contract: 📎 a.pdf", "Phone: +77012345678", "Place: 43.2389, 76.8897", "Code: •••").DoesNotShow("12345]");
        chat.In(Language.Ru).Step(new Input.Open()).Shows("Животные: Нет", "Осмотр: 16 декабря 2026", "Проживание: 17–19 декабря 2026, 2 ночи", "Код: •••");
    }

    private static TestChat AtReview() => At("review");

    private static TestChat At(string key)
    {
        var chat = TestChat.With<EverythingDialog>();
        foreach (var earlier in EverythingDialog.Keys.TakeWhile(earlier => earlier != key)) Answer(chat, earlier);
        return chat;
    }

    private static int Index(string key) => EverythingDialog.Keys.ToList().IndexOf(key);

    /// <summary>An edited list and an edited set of photos begin with what was there: whoever wants to answer anew clears it first.</summary>
    private static string Anew(TestChat chat) =>
        chat.Labels.FirstOrDefault(label => label.Contains("Start over", StringComparison.Ordinal)) is { } over ? chat.Button(over) : TapCode.Write("d1", "none", new Tap.Skip());

    private static void Answer(TestChat chat, string key) => _ = key switch
    {
        "name" => chat.Say("Anna"),
        "guests" => chat.Say("2"),
        "way" => chat.Press(Option(key, "Courier")),
        "extras" => chat.Say("a cot, internet"),
        "pets" => chat.Say("нет"),
        "visit" => chat.Say("16.12"),
        "stay" => chat.Press(Option(key, "2026-12-17")).Press(Option(key, "2026-12-19")),
        "id" => chat.Photo(),
        "rooms" => chat.Album("a1", "r1", "r2").Press(Option(key, "!")),
        "passport" => chat.File("a.pdf", "application/pdf"),
        "phone" => chat.Contact("77012345678"),
        "where" => chat.Place(43.2389m, 76.8897m),
        "code" => chat.Say("12345"),
        _ => throw new InvalidOperationException(key),
    };

    private static string Option(string key, string option) => TapCode.Write("d1", key, new Tap.Choose(option));

    /// <summary>Everything that people send and that is no answer to this question.</summary>
    private static IEnumerable<Input> Strange(string key)
    {
        string[] kinds = ["sticker", "voice", "video_note", "poll", "other"];
        foreach (var kind in kinds) yield return new Input.Sent(kind, new Media(kind, "f1"));
        yield return new Input.Sent("dice");
        if (key is not ("id" or "rooms")) yield return new Input.Sent("photo", new Media("photo", "f1", null, "image/jpeg"));
        if (key is not "phone") yield return new Input.Contact("77012345678", "Anna", IsOwn: true);
        if (key is not "where") yield return new Input.Place(1, 2);
        string[] texts = [new string('x', 4096), "\u200B\u200D\u2060", "\u202E\u202C", "\0", "\uFEFF"];
        foreach (var text in texts) yield return new Input.Wrote(text);
        // To a text these are answers like any other.
        string[] words = ["👩‍💻🏳️‍🌈", "شارع الملك فهد", "\uD83D", "<b>&amp;</b> {0} {", "a\0b"];
        if (key is not ("name" or "code")) foreach (var text in words) yield return new Input.Wrote(text);
    }
}
