using System.Text;
using Lavka.Bot;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Bot;

public sealed class ChatStateTests
{
    private const int Remembered = 100;

    [Fact]
    public void the_latest_hundred_updates_are_recognised_and_the_older_are_forgotten()
    {
        var state = Enumerable.Range(1, 250).Aggregate(new ChatState(), (chat, update) => chat.Remember($"{update}"));

        state.Seen.Count.ShouldBe(Remembered);
        Enumerable.Range(151, Remembered).ShouldAllBe(update => state.HasSeen($"{update}"));
        state.HasSeen("150").ShouldBeFalse();
    }

    [Fact]
    public void ids_that_start_anew_after_a_quiet_week_are_not_taken_for_old_ones()
    {
        var state = new ChatState().Remember("900000000").Remember("1");

        (state.HasSeen("1"), state.HasSeen("2"), state.HasSeen("900000000")).ShouldBe((true, false, true));
    }

    [Fact, Covers("shipping:A09")]
    public void a_chat_does_not_grow_with_its_length_and_holds_no_times()
    {
        var year = Enumerable.Range(1, 10_000).Aggregate(new ChatState(), (chat, n) => chat.Meet(new Person("7", "Anna")).Remember($"{n}") with { Seq = n });

        var json = year.ToJson();
        Encoding.UTF8.GetByteCount(json).ShouldBeLessThan(400);
        json.ShouldNotContain("time", Case.Insensitive);
        json.ShouldNotContain("2026");
    }

    [Fact]
    public void a_reload_changes_nothing()
    {
        var state = new ChatState { Seq = 7, Opened = 2, OpenedBy = "m5", Live = new Live(6, CanChange: true, HasKeys: true, IsProgress: false, IsNews: true), Language = Language.En }
            .Meet(new Person("7", "Анна", "anna", "ru")).Remember("41") with
        {
            Dialog = DialogState.Open("order", "d2", new Dictionary<string, string?> { ["from/street2"] = null, ["from/name"] = "O'Brien" }),
        };

        ChatState.FromJson(state.ToJson()).ToJson().ShouldBe(state.ToJson());
        ChatState.FromJson(state.ToJson()).Dialog!.Answers.ShouldBe(state.Dialog!.Answers);
    }

    [Theory]
    [InlineData("en", Language.En)]
    [InlineData("en-GB", Language.En)]
    [InlineData("ru", Language.Ru)]
    [InlineData("kk", Language.Ru)]
    [InlineData(null, Language.Ru)]
    public void the_language_is_the_person_s_own_at_the_first_meeting(string? code, Language language) =>
        new ChatState().Meet(new Person("7", "Anna", null, code)).Language.ShouldBe(language);

    [Fact]
    public void a_language_once_known_stays_whatever_the_messenger_says_later() =>
        (new ChatState().Meet(new Person("7", "Anna", null, "en")) with { Language = Language.Ru }).Meet(new Person("7", "Anna Maria", null, "en"))
            .ShouldSatisfyAllConditions(chat => chat.Language.ShouldBe(Language.Ru), chat => chat.Person!.Name.ShouldBe("Anna Maria"));
}
