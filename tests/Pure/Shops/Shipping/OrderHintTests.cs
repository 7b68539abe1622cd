using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>Table 2.3 of the specification: every field with every class of answers that do not fit it.</summary>
public sealed class OrderHintTests
{
    private const string Latin = "Use English (Latin) letters only";
    private const string Short = "Too short: at least ";
    private const string Long = "Too long: at most ";
    private const string State = "A two-letter code of a state";
    private const string Zip = "A ZIP code has 5 digits (94102) or 5+4";
    private const string Phone = "A US phone has 10 digits";
    private const string Weight = "from 0.1 to 150 pounds";
    private const string Side = "from 0.1 to 108 inches";
    private const string Number = "Please enter a number, e.g. 2 or 2.5";
    private const string Written = "Please write the answer as text";

    private static readonly string[] Parts = ["from", "to"];

    private static readonly (string Field, string Wrong, string Hint)[] OfAddresses =
    [
        ("name", "Иван Smith", Latin), ("name", "J", Short + "2"), ("name", new string('a', 51), Long + "50"), ("name", "John 2", "not allowed: 2."),
        ("name", "John@Smith_", "not allowed: @ _."), ("name", "J😀hn", "not allowed: 😀."), ("name", "<b>John", "not allowed: &lt; &gt;."),
        ("street", "ул. Ленина 1", Latin), ("street", "12", Short + "3"), ("street", new string('a', 101), Long + "100"),
        ("street", "5 Main* St!", "not allowed: * !."),
        ("street2", "кв. 4", Latin), ("street2", new string('a', 101), Long + "100"), ("street2", "Apt @4", "not allowed: @."),
        ("city", "Москва", Latin), ("city", "A", Short + "2"), ("city", new string('a', 51), Long + "50"), ("city", "Paris 2", "not allowed: 2."),
        ("city", "A & B", "not allowed: &amp;."),
        ("state", "california", State), ("state", "XX", State), ("state", "C", State), ("state", "C1", State), ("state", "СА", State), ("state", "C A", State),
        ("zip", "9410", Zip), ("zip", "941022", Zip), ("zip", "94102-12", Zip), ("zip", "94102-12345", Zip), ("zip", "94102 1234", Zip),
        ("zip", "abcde", Zip), ("zip", "٩٤١٠٢", Zip),
        ("phone", "123456789", Phone), ("phone", "+2 123 456 7890", Phone), ("phone", "123456789012", Phone), ("phone", "call me", Phone),
        ("phone", "a1234567890", Phone),
        ("phone", "1234567890 x5", Phone), ("phone", "+44 20 7946 0958", Phone),
    ];

    private static readonly (string Key, string Wrong, string Hint)[] OfParcels =
    [
        ("parcel/weight", "heavy", Number), ("parcel/weight", "5 lb", Number), ("parcel/weight", "2.5.1", Number), ("parcel/weight", "0", Weight), ("parcel/weight", "-1", Weight),
        ("parcel/weight", "0.09", Weight), ("parcel/weight", "150.01", Weight), ("parcel/weight", "1e3", Number), ("parcel/weight", "NaN", Number),
        .. new[] { "parcel/length", "parcel/width", "parcel/height" }.SelectMany(side => new[]
        {
            (side, "ten", Number), (side, "10x10", Number), (side, "0", Side), (side, "-10", Side), (side, "0.09", Side), (side, "108.01", Side),
        }),
    ];

    private static readonly string[] Strange =
        [new string('я', 4096), new string('<', 4096), "😀😀😀", "\u200b\u200d\ufeff", "\u202eevil", "שלום עולם", "Jo\u200bhn", "\ud83d", "*_`["];

    private readonly Orders _orders = new();

    public static TheoryData<string, string, string> Wrong =>
        [.. Parts.SelectMany(part => OfAddresses.Select(row => ($"{part}/{row.Field}", row.Wrong, row.Hint))).Concat(OfParcels)];

    public static TheoryData<string> Keys => [.. Orders.Usual.Select(question => question.Key)];

    [Theory, Covers("shipping:A15", "shipping:A22")]
    [MemberData(nameof(Wrong))]
    public void an_answer_that_does_not_fit_is_told_why_and_nothing_moves(string key, string wrong, string hint)
    {
        var chat = _orders.At(key);
        var (state, view, before) = (chat.Json, chat.Seen, chat.State!.Answers);

        chat.Say(wrong).Shows("⚠️", hint);

        chat.Prompt.Key.ShouldBe(key);
        chat.State!.Answers.ShouldBe(before);
        if (chat.State.Offered is not null) return;
        chat.Shows(view);
        chat.Json.ShouldBe(state);
    }

    [Theory, Covers("shipping:A19")]
    [MemberData(nameof(Keys))]
    public void a_photo_a_sticker_a_voice_a_contact_or_a_place_is_met_with_a_polite_hint(string key)
    {
        var chat = _orders.At(key);
        var state = chat.Json;
        foreach (var kind in new[] { "photo", "sticker", "voice", "contact", "location" })
        {
            chat.Sends(kind).Shows("⚠️", key.StartsWith("parcel", StringComparison.Ordinal) ? Number : Written);
            chat.Prompt.Key.ShouldBe(key);
            chat.Json.ShouldBe(state);
        }
    }

    [Theory, Covers("shipping:A20")]
    [MemberData(nameof(Keys))]
    public void the_longest_text_emoji_invisible_signs_and_right_to_left_letters_are_refused_and_break_nothing(string key)
    {
        var chat = _orders.At(key);
        var state = chat.Json;
        foreach (var strange in Strange)
        {
            chat.Say(strange).Prompt.Key.ShouldBe(key);
            chat.Prompt.Manner.ShouldBe(Manner.Hint);
            chat.Json.ShouldBe(state);
            chat.Message.Html.Length.ShouldBeLessThan(4096);
            WithoutMarks(chat.Message.Html).ShouldNotContain("<");
        }
    }

    [Fact]
    public void the_longest_and_the_shortest_that_fit_are_taken()
    {
        foreach (var (field, least, most) in new[] { ("name", 2, 50), ("street", 3, 100), ("street2", 1, 100), ("city", 2, 50) })
        {
            _orders.At("from/" + field).Say(new string('a', least)).Prompt.Manner.ShouldBe(Manner.Next, field);
            _orders.At("to/" + field).Say(new string('a', most)).Prompt.Manner.ShouldBe(Manner.Next, field);
        }
    }

    [Fact]
    public void every_state_and_territory_is_taken_and_nothing_else()
    {
        var taken = from first in Letters from second in Letters let code = $"{first}{second}" where IsTaken(code) select code;
        taken.ShouldBe((
            "AK AL AR AS AZ CA CO CT DC DE FL GA GU HI IA ID IL IN KS KY LA MA MD ME MI MN MO MP MS MT " +
            "NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VI VT WA WI WV WY").Split(' '));

        bool IsTaken(string code) => Lavka.Shops.Shipping.AddressRules.State(code) is null;
    }

    [Theory]
    [InlineData("1234567890")]
    [InlineData("+1 (123) 456-78-90")]
    [InlineData("1-123-456-7890")]
    [InlineData("(123) 456.7890")]
    public void a_phone_is_taken_however_it_is_grouped(string typed)
    {
        var chat = _orders.At("to/phone").Say(typed);
        chat.State!.Answers["to/phone"].ShouldBe("+11234567890");
    }

    private static IEnumerable<char> Letters => Enumerable.Range('A', 26).Select(letter => (char)letter);

    private static string WithoutMarks(string html) =>
        new[] { "b", "i", "code" }.Aggregate(html, (rest, mark) => rest.Replace($"<{mark}>", "", StringComparison.Ordinal).Replace($"</{mark}>", "", StringComparison.Ordinal));
}
