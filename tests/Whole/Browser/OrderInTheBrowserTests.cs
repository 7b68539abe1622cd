using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Whole.Browser;

public sealed class OrderInTheBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const long Anna = 1001;
    private const long John = 1002;

    [Theory, Covers("shipping:A11", "shipping:D07", "shipping:D24")]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task a_customer_orders_tops_up_pays_and_opens_the_label(int width, int height)
    {
        await using var town = await Town.Open();
        await using var window = await chromium.Open(width, height);
        var chat = window.Chat(Anna);
        await window.Visit(town, Anna);

        await chat.Starts();
        await chat.Sees("Здравствуйте, Анна!");
        await chat.Taps("Создать заказ", thenSees: "Шаг 1/18");
        await chat.InvitesToWrite("John Smith");
        await FillIn(chat);
        await chat.HasOneKeyboard();
        await window.Picture($"review-{width}");
        await chat.Taps("Всё верно, показать тарифы", thenSees: "Выберите тариф");
        await window.Picture($"rates-{width}");
        await chat.Taps("USPS Ground Advantage", thenSees: "Оплата заказа");
        await chat.HasOneKeyboard();

        await chat.Taps("Пополнить баланс", thenSees: "На какую сумму");
        await chat.Answers("5", thenSees: "Минимальная сумма — $10.00");
        await chat.Answers("50", thenSees: "Счёт на пополнение создан");
        var payPage = await chat.Follows("Оплатить");
        await payPage.GetByText("Оплатить ровно").ClickAsync();
        await chat.Sees("Ваш баланс пополнен!");
        await chat.HasOneKeyboard();
        await chat.Taps("Оплатить заказ", thenSees: "К оплате");
        await chat.Taps("Оплатить с баланса ($50.00)", thenSees: "Спасибо!");
        await chat.HasOneKeyboard();

        var (mediaType, label) = await chat.OpensDocument();
        mediaType.ShouldBe("application/pdf");
        label.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        await window.Picture($"label-{width}");
        window.HasNoErrors();
    }

    [Fact]
    public async Task two_people_side_by_side_do_not_mix_and_a_reload_keeps_both()
    {
        await using var town = await Town.Open();
        await using var window = await chromium.Open(1280, 800);
        var (anna, john) = (window.Chat(Anna), window.Chat(John));
        await window.Visit(town, Anna, John);

        await anna.Starts();
        await john.Starts();
        await anna.Taps("Создать заказ", thenSees: "Шаг 1/18");
        await john.Taps("Create order", thenSees: "Step 1/18");
        await anna.Answers("Anna Ivanova", thenSees: "✅ Имя: Anna Ivanova");
        await john.Answers("Иван", thenSees: "Use English (Latin) letters only");
        await window.Page.ReloadAsync();
        await anna.Sees("Шаг 2/18");
        await john.Sees("Step 1/18");
        await anna.Answers("215 Clayton St.", thenSees: "Шаг 3/18");
        await john.Answers("John Smith", thenSees: "Step 2/18");
        await window.Picture("two-people");
        window.HasNoErrors();
    }

    private static async Task FillIn(WebChat chat)
    {
        await chat.Answers("Иван", thenSees: "английские (латинские) буквы");
        await chat.Answers("John O'Brien", thenSees: "Шаг 2/18");
        await chat.Answers("215 Clayton St. #4", thenSees: "Шаг 3/18");
        await chat.Taps("Пропустить", thenSees: "Шаг 4/18");
        await chat.Answers("San Francisco", thenSees: "Шаг 5/18");
        await chat.Answers("ca", thenSees: "Шаг 6/18");
        await chat.Answers("94102", thenSees: "Шаг 7/18");
        await chat.Answers("(415) 555-1234", thenSees: "Шаг 8/18");
        await chat.Answers("Mary Jones", thenSees: "Шаг 9/18");
        await chat.Answers("350 Fifth Ave", thenSees: "Шаг 10/18");
        await chat.Answers("Suite 200", thenSees: "Шаг 11/18");
        await chat.Answers("New York", thenSees: "Шаг 12/18");
        await chat.Answers("NY", thenSees: "Шаг 13/18");
        await chat.Answers("10118", thenSees: "Шаг 14/18");
        await chat.Taps("Пропустить", thenSees: "Шаг 15/18");
        await chat.Answers("2,5", thenSees: "Шаг 16/18");
        await chat.Taps("Использовать стандартные размеры", thenSees: "ПРОВЕРКА ДАННЫХ ЗАКАЗА");
    }
}
