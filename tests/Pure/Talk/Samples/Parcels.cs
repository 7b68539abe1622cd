using Lavka.Kit;
using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

/// <summary>The long form, walked to the places that tests begin at.</summary>
internal static class Parcels
{
    public static readonly Party Anna = new("Anna Ford", "1 Main St.", null, "Austin", "TX", "73301", null);
    public static readonly Party Bob = new("Bob Hill", "2 Oak St.", "Apt 4", "Albany", "NY", "12201", "+15551234567");

    public static TestChat AtReview(Func<Dialog>? dialog = null) =>
        TestChat.With(dialog ?? (() => new ParcelDialog())).Answers(Anna).Answers(Bob).Say("5,5").Tap("Yes").Shows("Check the data");

    public static TestChat Answers(this TestChat chat, Party party)
    {
        chat.Say(party.Name).Say(party.Street);
        _ = party.Flat is null ? chat.Skip() : chat.Say(party.Flat);
        chat.Say(party.City).Say(party.State).Say(party.Zip);
        return party.Phone is null ? chat.Skip() : chat.Say(party.Phone);
    }
}
