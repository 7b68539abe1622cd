using Microsoft.Playwright;
using Shouldly;
using static Microsoft.Playwright.Assertions;

namespace Lavka.Whole.Browser;

/// <summary>One person's column of the web chat, used as a person uses it: by what can be read on the screen.</summary>
public sealed class WebChat(IPage page, long person)
{
    private ILocator Column => page.GetByTestId($"chat-{person}");

    private ILocator Messages => Column.GetByTestId("message");

    public Task Starts() => Column.GetByTestId("start").ClickAsync();

    public async Task Writes(string text)
    {
        await Column.GetByTestId("input").FillAsync(text);
        await Column.GetByTestId("send").ClickAsync();
    }

    /// <summary>Answers a question and waits for the next thing to read.</summary>
    public async Task Answers(string text, string thenSees)
    {
        await Writes(text);
        await Sees(thenSees);
    }

    public Task Taps(string label) => Button(label).ClickAsync();

    public async Task Taps(string label, string thenSees)
    {
        await Taps(label);
        await Sees(thenSees);
    }

    /// <summary>The newest message that says this is on the screen.</summary>
    public Task Sees(string text) => Expect(Messages.Filter(new LocatorFilterOptions { HasText = text }).Last).ToBeInViewportAsync(new() { Timeout = 60_000 });

    /// <summary>Exactly one message has buttons.</summary>
    public Task HasOneKeyboard() =>
        Expect(Messages.Filter(new LocatorFilterOptions { Has = page.GetByTestId("inline-button") })).ToHaveCountAsync(1, new() { Timeout = 60_000 });

    public Task InvitesToWrite(string placeholder) => Expect(Column.GetByTestId("input")).ToHaveAttributeAsync("placeholder", placeholder, new() { Timeout = 60_000 });

    /// <summary>Opens the page behind a button that leads outside.</summary>
    public Task<IPage> Follows(string label) => page.RunAndWaitForPopupAsync(() => Taps(label));

    /// <summary>The bytes behind the last document, opened as the page opens it: in a tab of its own.</summary>
    public async Task<(string MediaType, byte[] Content)> OpensDocument()
    {
        var document = Column.GetByTestId("document").Last;
        await Expect(document).ToHaveAttributeAsync("target", "_blank");
        var address = (await document.GetAttributeAsync("href")).ShouldNotBeNull();
        var file = await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).AbsoluteUri);
        return (file.Headers["content-type"], await file.BodyAsync());
    }

    private ILocator Button(string label) => Column.GetByTestId("inline-button").Filter(new LocatorFilterOptions { HasText = label }).Last;
}
