using Lavka.Kit;
using Lavka.Shops.Shipping;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>Cyrillic is refused with a hint, and offered in Latin letters with one button (shipping:A22).</summary>
public sealed class TransliterationTests
{
    private readonly Orders _orders = new();

    public static TheoryData<string, string, string> Written => new()
    {
        { "name", "Иван Петров", "Ivan Petrov" },
        { "street", "ул. Ленина 12, кв. 4", "ul. Lenina 12, kv. 4" },
        { "street2", "Офис № 5", "Ofis # 5" },
        { "city", "Нижний Новгород", "Nizhniy Novgorod" },
    };

    [Theory, Covers("shipping:A22")]
    [MemberData(nameof(Written))]
    public void a_cyrillic_answer_is_hinted_at_and_one_button_makes_its_latin_spelling_the_answer(string field, string cyrillic, string latin)
    {
        foreach (var part in new[] { "from", "to" })
        {
            var chat = _orders.At($"{part}/{field}").Say(cyrillic);
            chat.Shows("⚠️ Use English (Latin) letters only", $"Write it as <b>{latin}</b>?", $"[✅ {latin}]").Prompt.Manner.ShouldBe(Manner.Hint);
            chat.State!.Answers.ContainsKey($"{part}/{field}").ShouldBeFalse();

            chat.Tap($"✅ {latin}");

            chat.State!.Answers[$"{part}/{field}"].ShouldBe(latin);
            chat.State.Offered.ShouldBeNull();
            chat.Prompt.Manner.ShouldBe(Manner.Next);
            chat.Closing.ShouldNotBeNull().ShouldEndWith(latin);
        }
    }

    [Fact, Covers("shipping:A22")]
    public void the_offer_may_be_passed_over_by_writing_something_else_and_an_old_button_takes_nothing()
    {
        var chat = _orders.At("from/name").Say("Иван");
        var old = chat.Button("✅ Ivan");
        chat.Say("Пётр").Shows("[✅ Pyotr]").DoesNotShow("Ivan");
        chat.Press(old).Prompt.Manner.ShouldBe(Manner.Stale);

        chat.Say("J").Shows("Too short").DoesNotShow("Pyotr");
        chat.Say("John Smith");

        chat.State!.Answers["from/name"].ShouldBe("John Smith");
        chat.Press(old).Prompt.Manner.ShouldBe(Manner.Stale);
    }

    [Fact, Covers("shipping:A22")]
    public void the_offer_stands_again_after_cancel_and_return_and_is_taken_when_a_field_is_edited()
    {
        var chat = _orders.AtReview().Tap("Edit the data").Tap("Sender").Tap("Name").Say("Анна Ли");
        var seen = chat.Step(new Input.Open()).Seen;
        chat.Cancel().Stay().Seen.ShouldBe(seen);

        chat.Tap("✅ Anna Li").Prompt.Key.ShouldBe("review");

        chat.Shows("Anna Li").DoesNotShow("John Smith");
    }

    [Theory, Covers("shipping:A22")]
    [InlineData("street", "Ж")]
    [InlineData("name", "Иван 2")]
    [InlineData("city", "Ҩ Город")]
    public void what_would_not_fit_in_latin_letters_either_is_not_offered(string field, string cyrillic)
    {
        var chat = _orders.At("from/" + field);
        var state = chat.Json;
        chat.Say(cyrillic).Shows("⚠️").DoesNotShow("Write it as").Json.ShouldBe(state);
    }

    [Theory]
    [InlineData("Юлия Ёлкина", "Yuliya Yolkina")]
    [InlineData("ЩУКА", "SHCHUKA")]
    [InlineData("Щука", "Shchuka")]
    [InlineData("Подъезд", "Podezd")]
    [InlineData("ОЛЬГА", "OLGA")]
    [InlineData("Київ, Їжак, ґанок, Єва", "Kiyiv, Yizhak, ganok, Yeva")]
    [InlineData("Алматы қаласы", "Almaty qalasy")]
    [InlineData("А. С. Пушкин", "A. S. Pushkin")]
    [InlineData("John Smith", null)]
    public void every_letter_is_spelled_as_on_a_road_sign(string cyrillic, string? latin) => Latin.Of(cyrillic).ShouldBe(latin);
}
