using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Markup;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Recording;

/// <summary>Writes one chat down from its beginning. Not for several threads at once.</summary>
public sealed class Recorder(TimeProvider time)
{
    private const string Bot = "bot";
    private const string Person = "person";
    private static readonly TimeSpan WorthTelling = TimeSpan.FromMinutes(1);

    private readonly List<RecordedEvent> _events = [];
    private readonly Dictionary<int, int> _numbers = [];
    private readonly Dictionary<string, int> _albums = new(StringComparer.Ordinal);
    private DateTimeOffset? _last;
    private int _ofBot;
    private int _ofPerson;

    public IReadOnlyList<RecordedEvent> Events => _events;

    public void Sent(ChatMessage message, ReplyMarkup? markup)
    {
        var number = _numbers[message.Id] = message.FromBot ? ++_ofBot : ++_ofPerson;
        var told = Told(message) with { Album = message.Album is { } album ? NumberOf(album) : null };
        Add(message.FromBot
            ? told with { Message = number, Keyboard = Labels(markup), Invites = (markup as ReplyMarkup.Force)?.Placeholder ?? (markup is ReplyMarkup.Force ? "" : null) }
            : told with { Answers = message.ReplyTo is { } id && _numbers.TryGetValue(id, out var answered) ? answered : null });
    }

    public void Edited(ChatMessage message) => Add(Told(message) with { Edits = _numbers.GetValueOrDefault(message.Id) });

    public void Deleted(ChatMessage message, bool byBot) => Add(new RecordedEvent(byBot ? Bot : Person)
    {
        Deletes = _numbers.GetValueOrDefault(message.Id),
        Of = byBot == message.FromBot ? null : message.FromBot ? Bot : Person,
    });

    public void Pressed(ChatMessage message, string data) => Add(new RecordedEvent(Person)
    {
        Pressed = message.Keyboard!.Rows.SelectMany(row => row).First(button => button.Data == data).Text,
        On = _numbers.GetValueOrDefault(message.Id),
    });

    public void Noted(PressAnswer answer)
    {
        if (!string.IsNullOrEmpty(answer.Text))
            Add(new RecordedEvent(Bot) { Notes = answer.Text, Alert = answer.Alert ? true : null });
    }

    public void Blocked(bool blocked) => Add(new RecordedEvent(Person) { Blocks = blocked });

    private static RecordedEvent Told(ChatMessage message)
    {
        var told = message.FromBot
            ? new RecordedEvent(Bot) { Buttons = [.. (message.Keyboard?.Rows ?? []).Select(row => row.Select(button => button.Text).ToArray())] }
            : new RecordedEvent(Person);
        return message.Content switch
        {
            Content.Text text when message.FromBot => told with { Says = text.Body.Text },
            Content.Text text => told with { Wrote = text.Body.Text },
            Content.Media media => told with
            {
                Sent = Enum.GetName(media.File.Kind)!.ToLowerInvariant(),
                File = media.File.Kind == FileKind.Document ? media.File.Name : null,
                Says = message.FromBot ? NullIfEmpty(media.Caption.Text) : null,
                Caption = message.FromBot ? null : NullIfEmpty(media.Caption.Text),
            },
            Content.Contact contact => told with
            {
                Contact = contact.PhoneNumber,
                Foreign = contact.UserId is null ? contact.FirstName : null,
            },
            Content.Location place => told with { Sent = "location", Place = [place.Latitude, place.Longitude] },
            _ => throw new InvalidOperationException($"a message cannot carry {message.Content}"),
        };
    }

    private static string[][]? Labels(ReplyMarkup? markup) => markup switch
    {
        ReplyMarkup.Keyboard keyboard => [.. keyboard.Rows.Select(row => row.Select(button => button.Text).ToArray())],
        ReplyMarkup.Remove => [],
        _ => null,
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private int NumberOf(string album) => _albums.TryGetValue(album, out var number) ? number : _albums[album] = _albums.Count + 1;

    private void Add(RecordedEvent happened)
    {
        var now = time.GetUtcNow();
        if (now - _last is { } passed && passed >= WorthTelling)
            _events.Add(new RecordedEvent("clock") { Seconds = (long)passed.TotalSeconds });
        _last = now;
        _events.Add(happened);
    }
}
