using System.Collections;
using System.Globalization;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Random;

/// <summary>Every law finds what breaks it: one move is told as it was, which is lawful, and then with one thing in it that is not true.</summary>
public sealed class LawTests
{
    private const int Room = 20;

    private static readonly Deed Wrote = Deed.Of(new Input.Wrote("7"));
    private static readonly Deed Reminded = Deed.Of(new Input.Reminded());
    private static readonly Asked Words = new("a", Sort.Words);
    private static readonly Asked Many = new("a", Sort.Many);

    [Fact]
    public void Another_question_is_open_than_the_answers_say() => Finds(Laws.StandsWhereTheAnswersSay, Told([Words], Says("Riga")), Told([Words], Says("Riga"), told: [Words with { IsStrict = true }]));

    [Fact]
    public void More_is_stored_than_was_asked() => Finds(Laws.Bounded, Told([Words], Wrote), Told([Words], Wrote, room: 0));

    [Fact]
    public void A_hint_has_changed_something()
    {
        Finds(Laws.HintsChangeNothing, Told([Words], Says("")), Told([Words], Says(""), before: DialogState.Open("random", "d1", new Dictionary<string, string?> { ["b"] = "7" })));
        Finds(Laws.HintsChangeNothing, Told([Words], Sends("sticker", "x")), Told([Words], Sends("sticker", "x"), toldDeed: Sends("sticker", null)));
    }

    [Fact]
    public void The_second_press_does_something_else()
    {
        Finds(Laws.OnceAndTwiceAreTheSame, Told([Many], Presses("o1")), Told([Many], Presses("o1"), toldDeed: Presses("o1") with { Pressed = Code("o2") }));
        var pick = new Asked("a", Sort.Pick);
        Finds(Laws.OnceAndTwiceAreTheSame, Told([pick], Presses("o1")), Told([pick], Presses("o1"), told: [new Spec.Note("x"), new Asked("b", Sort.Pick)]));
    }

    [Fact]
    public void The_same_update_again_leads_elsewhere() => Finds(Laws.ACrashChangesNothing, Told([Words], Wrote), Told([Words], Wrote, toldDeed: Says("8")));

    [Fact]
    public void Leaving_and_returning_shows_something_else() => Finds(Laws.LeavingOnlyAsks, Told([Words], Reminded), Told(new Fickle(Words), Reminded));

    [Fact]
    public void Going_back_and_keeping_shows_something_else()
    {
        var last = Words with { Key = "b" };
        Finds(Laws.BackAndKeepIsStaying, Told([Words, last], Wrote), Told(new Fickle(Words, last), Wrote));
    }

    [Fact]
    public void A_step_is_more_than_the_steps() => Finds(Laws.StepsAreCounted, Told([new Spec.Note("Step 3/3"), Words], Reminded), Told([new Spec.Note("Step 4/3"), Words], Reminded));

    [Fact]
    public void A_view_is_too_large_for_a_messenger() => Finds(Laws.Fits, Told([Picking(90)], Reminded), Told([Picking(101)], Reminded));

    [Fact]
    public void Something_was_accepted_that_breaks_a_rule_or_fails_its_check()
    {
        Finds(Laws.WhatIsAcceptedHolds, Told([Words], Says("9")), Told([Words], Says("9"), told: [Words with { IsChecked = true }]));
        Finds(Laws.WhatIsAcceptedHolds, Told([Words], Says("Riga")), Told([Words], Says("Riga"), told: [Words with { Sort = Sort.Count }]));
    }

    [Fact]
    public void Something_is_suggested_that_should_not_be()
    {
        var strict = Words with { IsStrict = true, Suggests = true };
        Finds(Laws.OffersFollowHints, Told([strict], Says("Berlin")), Told([strict], Says("Berlin"), told: [strict with { Suggests = false }]));
    }

    [Fact]
    public void A_half_answer_is_not_what_was_given()
    {
        Finds(Laws.HalvesAreWhatWasGiven, Told([Many], Presses("o1")), Told([Many], Presses("o1"), toldDeed: Presses("o2")));
        var (photos, stay) = (new Asked("a", Sort.Photos), new Asked("a", Sort.Stay));
        Finds(Laws.HalvesAreWhatWasGiven, Told([photos], Sends("photo", null)), Told([photos], Sends("photo", null), toldDeed: Sends("sticker", null)));
        Finds(Laws.HalvesAreWhatWasGiven, Told([stay], Presses("2026-12-14")), Told([stay], Presses("2026-12-14"), toldDeed: Presses("2026-12-15")));
    }

    [Fact]
    public void A_secret_stays_in_the_chat_or_is_shown()
    {
        var secret = Words with { Sort = Sort.Secret };
        Finds(Laws.SecretsAreErased, Told([secret], Wrote), Told([Words], Wrote, told: [secret]));
        Finds(Laws.SecretsAreErased, Told([Words], Wrote), Told([secret], Wrote, told: [Words]));
        Finds(Laws.SecretsAreNotShown, Told([secret], Says("hush-hush-hush")), Told([Words], Says("hush-hush-hush"), told: [secret]));
    }

    [Fact]
    public void An_album_is_met_with_two_messages_or_answers_two_questions()
    {
        var (one, two) = (Deed.Of([.. Sends("photo", "x").Inputs!, .. Sends("photo", "x").Inputs!]), Deed.Of([.. Sends("photo", "x").Inputs!, .. Sends("photo", "y").Inputs!]));
        Finds(Laws.AnAlbumIsMetOnce, Told([Words], one), Told([Words], two));
        var photo = new Asked("a", Sort.Photo);
        Finds(Laws.AnAlbumIsMetOnce, Told([photo, photo with { Key = "b" }], one), Told([photo, photo with { Key = "b" }], two));
    }

    [Fact]
    public void A_reminder_changes_something_and_the_end_of_patience_ends_nothing()
    {
        Finds(Laws.TimersOnlyTell, Told([Words], Reminded), Told([Words], Wrote, toldDeed: Reminded));
        Finds(Laws.TimersOnlyTell, Told([Words], Deed.Of(new Input.Expired())), Told([Words], Wrote, toldDeed: Deed.Of(new Input.Expired())));
    }

    [Fact]
    public void A_button_that_is_said_does_something_else_than_pressed()
    {
        var (contact, last) = (new Asked("a", Sort.Contact) { HasDefault = true }, Words with { Key = "b" });
        Finds(Laws.SaidIsPressed, Told([contact, last], Reminded), Told(new Fickle(contact, last), Reminded));
    }

    private static void Finds(Action<Walk> law, Walk truth, Walk lie)
    {
        law(truth);
        Should.Throw<ShouldAssertException>(() => law(lie));
    }

    /// <param name="specs">What was really asked.</param>
    /// <param name="deed">What was really done.</param>
    /// <param name="told">What is said to have been asked.</param>
    /// <param name="toldDeed">What is said to have been done.</param>
    /// <param name="before">What is said to have been there before.</param>
    /// <param name="room">How many answers there may be.</param>
    private static Walk Told(IReadOnlyList<Spec> specs, Deed deed, IReadOnlyList<Spec>? told = null, Deed? toldDeed = null, DialogState? before = null, int room = Room)
    {
        var chat = TestChat.With(() => new RandomDialog(specs));
        var was = chat.State!;
        return Walk.Told(told ?? specs, deed.Do(chat), before ?? was, toldDeed ?? deed, room);
    }

    private static Deed Says(string text) => Deed.Of(new Input.Wrote(text));

    private static Deed Sends(string kind, string? album) => Deed.Of(new Input.Sent(kind, new Media(kind, kind + "-file"), null, album));

    private static Deed Presses(string option) => new(there => there.Press(Code(option)), Code(option)) { Inputs = [new Input.Tapped(KeyCode.Of("a"), new Tap.Choose(option))] };

    private static string Code(string option) => TapCode.Write("d1", "a", new Tap.Choose(option));

    private static Asked Picking(int options) => new("a", Sort.Pick) { Options = [.. Enumerable.Range(1, options)] };

    /// <summary>Questions with a line above each that is another each time that it is looked at: what no dialog is allowed to do.</summary>
    private sealed class Fickle(params IReadOnlyList<Spec> specs) : IReadOnlyList<Spec>
    {
        private int _looks;

        public int Count => specs.Count;

        public Spec this[int index] => specs[index];

        public IEnumerator<Spec> GetEnumerator() => specs.SelectMany(spec => (IEnumerable<Spec>)[new Spec.Note((++_looks).ToString(CultureInfo.InvariantCulture)), spec]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
