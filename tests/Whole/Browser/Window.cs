using Microsoft.Playwright;
using Shouldly;

namespace Lavka.Whole.Browser;

/// <summary>One browser window with the web chat in it.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    public Window(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _errors.Add(message.Text);
        };
        page.PageError += (_, error) => _errors.Add(error);
    }

    public IPage Page { get; }

    public WebChat Chat(long person) => new(Page, person);

    public Task Visit(Town town, params IReadOnlyList<long> people) => Page.GotoAsync($"{town.Address}?people={string.Join(',', people)}");

    /// <summary>Nothing went wrong on the page so far.</summary>
    public void HasNoErrors() => _errors.ShouldBeEmpty();

    /// <summary>Keeps a picture of the window when somebody asked for pictures, by the environment variable LAVKA_PICTURES (a folder).</summary>
    public async Task Picture(string name)
    {
        if (Environment.GetEnvironmentVariable("LAVKA_PICTURES") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png") });
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
