using Microsoft.Playwright;
using Shouldly;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Lavka.Whole.Browser;

/// <summary>What the web chat offers beside words: everything a person can send, and the drawer in which things are made to go wrong.</summary>
public sealed class DrawerInTheBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    private const long Anna = 1001;
    private static readonly LocatorAssertionsToHaveCountOptions Patient = new() { Timeout = 60_000 };

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task a_fault_is_turned_on_strikes_and_is_turned_off_with_one_click(int width, int height)
    {
        await using var town = await Town.Open();
        await using var window = await chromium.Open(width, height);
        var page = window.Page;
        await window.Visit(town, Anna);
        await window.Chat(Anna).Starts();
        await window.Chat(Anna).Sees("Здравствуйте, Анна!");

        await page.GetByTestId("faults").ClickAsync();
        await page.GetByTestId("fault-calls").ClickAsync();
        await page.Locator("select[name=kind]").SelectOptionAsync("500");
        await page.GetByTestId("add-fault").ClickAsync();
        await Expect(page.GetByTestId("active-fault")).ToHaveCountAsync(1, Patient);
        await window.Picture($"drawer-{width}");
        await page.Keyboard.PressAsync("Escape");
        await window.Chat(Anna).Answers("/start", thenSees: "Здравствуйте, Анна!");

        await page.GetByTestId("faults").ClickAsync();
        await Expect(page.GetByTestId("active-fault")).ToHaveCountAsync(0, Patient);
        await page.Locator("select[name=times]").SelectOptionAsync("0");
        await page.GetByTestId("add-fault").ClickAsync();
        await Expect(page.GetByTestId("active-fault")).ToHaveCountAsync(1, Patient);
        await page.GetByTestId("turn-off").ClickAsync();
        await Expect(page.GetByTestId("active-fault")).ToHaveCountAsync(0, Patient);
        window.HasNoErrors();
    }

    [Fact]
    public async Task a_person_sends_what_is_no_text_and_saves_the_chat()
    {
        await using var town = await Town.Open();
        await using var window = await chromium.Open(390, 844);
        var page = window.Page;
        await window.Visit(town, Anna);
        await window.Chat(Anna).Starts();
        await window.Chat(Anna).Taps("Создать заказ", thenSees: "Шаг 1/18");

        await Attach(page, "Стикер");
        await page.GetByTestId("sticker").First.ClickAsync();
        await Attach(page, "Голосовое сообщение");
        await Expect(page.GetByTestId("voice")).ToHaveCountAsync(1, Patient);
        foreach (var kind in (string[])["Мой контакт", "Чужой контакт", "Геопозиция"])
        {
            await Attach(page, kind);
            await page.GetByTestId("confirm").ClickAsync();
        }
        await Expect(page.Locator(".from-person .bubble")).ToHaveCountAsync(6, Patient);
        await window.Picture("everything-sent");

        await page.GetByTestId("chat-menu").ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Menuitem, new() { Name = "Сохранить этот чат" }).ClickAsync());
        var recording = await File.ReadAllTextAsync(await saved.PathAsync(), TestContext.Current.CancellationToken);
        recording.ShouldStartWith("""{"recording":1,"bot":""");
        recording.ShouldContain("Создать заказ\",\"on\":1}");
        recording.ShouldContain("""{"from":"person","sent":"sticker"}""");
        window.HasNoErrors();
    }

    private static async Task Attach(IPage page, string kind)
    {
        await page.GetByTestId("attach").ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = kind }).ClickAsync();
    }
}
