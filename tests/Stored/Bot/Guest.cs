using System.Globalization;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Bot;

/// <summary>A person in one chat: he reads what stands there, writes, and presses the buttons that he sees.</summary>
internal sealed class Guest<TDesk>(BotFloor<TDesk> floor, string chat) where TDesk : IAsyncDisposable
{
    private static int _updates;

    public Person Person { get; init; } = new(chat, "Anna", "anna", "en");

    /// <summary>His updates have greater numbers than those that a stored chat remembers.</summary>
    public int Above { get; init; }

    /// <summary>What stands in the chat, from top to bottom.</summary>
    public IReadOnlyList<FakeMessenger.Shown> Chat => floor.Messenger.In(chat);

    /// <summary>The last message and its buttons.</summary>
    public string Seen => Written(Chat[^1]);

    /// <summary>Everything that stands in the chat.</summary>
    public string All => string.Join("\n---\n", Chat.Select(Written));

    /// <summary>The labels of all buttons in the chat that lead back to the bot, with the messages they stand under.</summary>
    public IReadOnlyList<(FakeMessenger.Shown Under, Key Key)> Buttons =>
        [.. Chat.SelectMany(shown => shown.Message.Rows.SelectMany(row => row).Where(key => key.Data is not null).Select(key => (shown, key)))];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>An update of this person, to be taken once or several times.</summary>
    public Inbound Update(Happening what) => new(
        (Above + Interlocked.Increment(ref _updates)).ToString(CultureInfo.InvariantCulture), chat, Person, new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), what);

    public async Task<Guest<TDesk>> Does(Happening what)
    {
        (await floor.Bot.Take(Update(what), Ct)).ShouldBe(Receipt.Taken);
        await floor.Deliver();
        return this;
    }

    public Task<Guest<TDesk>> Writes(string text) => Does(new Happening.Wrote(text));

    /// <summary>Presses the only visible button whose label contains this.</summary>
    public Task<Guest<TDesk>> Taps(string label) => Does(Pressing(label));

    /// <summary>The press of a visible button, to be delivered now, twice or much later.</summary>
    public Happening.Pressed Pressing(string label)
    {
        var fitting = Buttons.Where(button => button.Key.Label.Contains(label, StringComparison.Ordinal)).ToList();
        fitting.Count.ShouldBe(1, $"One button \"{label}\" in:\n{All}");
        return new Happening.Pressed(fitting[0].Key.Data!, "q", fitting[0].Under.Id);
    }

    /// <summary>The note that the last press was answered with.</summary>
    public string? Note => floor.Messenger.Notes.LastOrDefault();

    public Guest<TDesk> Sees(params IReadOnlyList<string> parts)
    {
        foreach (var part in parts) Seen.ShouldContain(part, Case.Sensitive);
        return this;
    }

    private static string Written(FakeMessenger.Shown shown) =>
        string.Join('\n', shown.Message.Rows.Select(row => "[" + string.Join("] [", row.Select(key => key.Label)) + "]").Prepend(shown.Message.Html));
}
