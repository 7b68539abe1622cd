using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Talk.Guide;

/// <summary>The examples of docs/dialogs.md do what the page says.</summary>
public sealed class GuideDialogTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void A_table_is_booked()
    {
        var chat = TestChat.With<TableDialog>();
        chat.Shows("In whose name").Say("Anna");
        chat.Shows("How many").Say("many").Shows("Please enter a number").Say("2");
        chat.Returned(new Table("Anna", 2));
    }

    [Fact]
    public void An_evening_is_planned_with_second_thoughts()
    {
        var chat = TestChat.With(() => new EveningDialog(Free, Held));
        chat.Say("Anna").Skip().Say("0").Shows("from 1 to 12").Say("2").Tap("terrace").Tap("Yes").Say("Borscht").Skip().Tap("Table 4");
        chat.Shows("Is everything right?", "On the terrace", "Borscht");
        chat.Tap("Edit the data").Tap("Guests").Say("3");
        chat.Shows("Is everything right?", "Guests: 3").Tap("Book it").Work();
        chat.Returned(new Evening(new Guest("Anna", null), 3, Place.Terrace, true, "Borscht", "4", "held"));
    }

    [Fact]
    public void A_refused_work_leads_back_to_the_data()
    {
        var chat = TestChat.With(() => new EveningDialog(Free, (_, _, _) => Task.FromResult<Found<string>>(new Found<string>.Refused(new(ru: "Занят.", en: "It was just taken.")))));
        chat.Say("Anna").Skip().Say("2").Tap("hall").Skip().Tap("Table 4").Tap("Book it").Work();
        chat.Shows("It was just taken.", "Try again", "Back to the data");
    }

    [Fact]
    public async Task The_explorer_has_no_doubts_about_the_examples()
    {
        var tour = Tour.Of(() => new EveningDialog(Free, Held)).Refusing("deposit", new Text(ru: "Столик только что заняли.", en: "The table was just taken."));

        var atlas = await Explorer.Walk(tour, Ct);

        atlas.AllDoubts.Select(doubt => doubt.Doubt).ShouldBeEmpty();
        (await Explorer.Walk(Tour.Of(() => new TableDialog()), Ct)).AllDoubts.ShouldBeEmpty();
        atlas.Contract.Terms.Select(term => term.ToString()).ShouldContain("evening place choice(Hall|Terrace)");
    }

    private static Task<IReadOnlyList<string>> Free(int guests, CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>(["4", "7"]);

    private static Task<Found<string>> Held(string key, string table, CancellationToken ct) => Task.FromResult<Found<string>>(new Found<string>.Value("held"));
}
