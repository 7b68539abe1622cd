using Lavka.Shops.Shipping;
using Lavka.Talk;

namespace Lavka.Stored.Shops.Shipping.Deploy;

/// <summary>Where a customer was when the new version came: how many questions of today's form he had answered, and what he did then.</summary>
internal sealed record HalfFilled(string Where, int Answered, params IReadOnlyList<Happening> Then)
{
    private const string Review = "review";

    /// <summary>An answer to each of today's questions, in their order.</summary>
    public static readonly IReadOnlyList<(string Key, string Text)> Answers =
    [
        ("from/name", "John Smith"), ("from/street", "215 Clayton St."), ("from/street2", "Apt 4B"), ("from/city", "San Francisco"), ("from/state", "CA"),
        ("from/zip", "94102"), ("from/phone", "+14155550100"),
        ("to/name", "Mary Jones"), ("to/street", "350 Fifth Ave"), ("to/street2", "Suite 200"), ("to/city", "New York"), ("to/state", "NY"),
        ("to/zip", "10118"), ("to/phone", "+12125550102"),
        ("parcel/weight", "5.5"), ("parcel/length", "12"), ("parcel/width", "8.25"), ("parcel/height", "4"),
    ];

    /// <summary>At each question, going back, in front of the question whether to leave, on every page of the review, editing, waiting for rates.</summary>
    public static IReadOnlyList<HalfFilled> Everywhere { get; } =
    [
        .. Enumerable.Range(0, Answers.Count).Select(answered => new HalfFilled("at " + Answers[answered].Key, answered)),
        new("going back", 9, Command("back")),
        new("leaving", 5, Command("cancel")),
        new("at the main menu", 12, Command("start")),
        new("at the review", 18),
        new("choosing what to edit", 18, Press(Review, new Tap.Page("edit"))),
        new("choosing what to edit of a part", 18, Press(Review, new Tap.Page("edit/to"))),
        new("editing", 18, Press(Review, new Tap.Edit(KeyCode.Of("to/city")))),
        new("editing what will be gone", 18, Press(Review, new Tap.Edit(KeyCode.Of("from/street2")))),
        new("leaving the review", 18, Command("cancel")),
        new("waiting for rates", 18, new Happening.Wrote("All correct")),
    ];

    /// <summary>What the customer is asked again because he was about to change it.</summary>
    public string? Again => Where switch { "going back" => "to/street", "editing" => "to/city", _ => null };

    /// <summary>Everything that he did, as the messenger delivered it.</summary>
    public IEnumerable<Happening> Deeds =>
    [
        new Happening.Wrote("/start"), new Happening.Pressed("/" + Routes.NewOrder, "q", "m1"), .. Answers.Take(Answered).Select(answer => new Happening.Wrote(answer.Text)), .. Then,
    ];

    /// <summary>What the next version must ask him, in its order: what is new, what was not answered yet, and the review.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            var answered = Answers.Take(Answered).Select(answer => answer.Key.Replace("/zip", "/postcode", StringComparison.Ordinal)).ToHashSet();
            return [.. NextOrderDialog.Keys.Where(key => key == Again || !answered.Contains(key))];
        }
    }

    private static Happening Command(string name) => new Happening.Wrote("/" + name);

    private static Happening Press(string key, Tap tap) => new Happening.Pressed(TapCode.Write("d1", key, tap), "q", "m2");
}
