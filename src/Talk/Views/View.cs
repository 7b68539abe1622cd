using System.Globalization;

namespace Lavka.Talk;

/// <summary>What a person sees as one message, free of any messenger and language: a text, rows of buttons, at most one file or one album.</summary>
public sealed record View(Text Body)
{
    /// <summary>What is shown of a text in one message, in characters (Telegram: 4,096).</summary>
    public const int Longest = 4096;

    private const int FewestInAlbum = 2;
    private const int MostInAlbum = 10;
    private const int LongestLabel = 64;

    private static readonly Text LinkLine = new(ru: "{label}: {url}", en: "{label}: {url}");

    public IReadOnlyList<IReadOnlyList<Button>> Rows { get; init; } = [];

    /// <summary>The person is expected to write; a messenger may open the keyboard for him. Such a view has no buttons.</summary>
    public bool AwaitsText { get; init; }

    /// <summary>A sample of what may be written, shown in the empty input where the messenger can.</summary>
    public Text? Placeholder { get; init; }

    /// <summary>
    /// The person is asked to hand something over. The buttons of such a view stand together with that one; a messenger may send back their labels as if they had been written,
    /// and cannot change the message any more.
    /// </summary>
    public Wish? Wish { get; init; }

    public Attachment? File { get; init; }

    /// <summary>
    /// 2 to 10 files of the shop's own that are shown together, in this order; null for none. The text stands under them. No messenger we know lets an album have buttons
    /// or be changed: a view that needs either is shown as the album and, below it, its text with the buttons.
    /// </summary>
    public IReadOnlyList<Attachment>? Album { get; init; }

    /// <summary>Something is going on and the next message to this chat takes the place of this one.</summary>
    public bool IsProgress { get; init; }

    public View Row(params IReadOnlyList<Button> buttons) => buttons.Count == 0 ? this : this with { Rows = [.. Rows, buttons] };

    /// <summary>The same view without any button: links stand in the text instead. For a message beside the open question, which alone has buttons.</summary>
    public View WithoutButtons() => this with
    {
        Body = Text.Lines(
            [Body, .. Rows.SelectMany(row => row).Select(button => button.Press is Press.Link link ? LinkLine.With("label", button.Label).With("url", link.Url) : null)]),
        Rows = [],
        Wish = null,
    };

    /// <exception cref="InvalidOperationException">The author made an album of less than 2 or more than 10 files, or gave it a file beside.</exception>
    public Message In(Language language) => new(Body.Markup(language), [.. Rows.Select(row => (IReadOnlyList<Key>)[.. row.Select(button => KeyOf(button, language))])])
    {
        AwaitsText = AwaitsText,
        Placeholder = Placeholder?.Plain(language),
        Wants = Wish?.What,
        WantsLabel = Wish is null ? null : Short(Wish.Label.Plain(language)),
        File = File,
        Album = Album is null || (File is null && Album.Count is >= FewestInAlbum and <= MostInAlbum) ? Album
            : throw new InvalidOperationException($"An album has {FewestInAlbum} to {MostInAlbum} files and nothing beside them; this one has {Album.Count}."),
    };

    private static Key KeyOf(Button button, Language language) => button.Press switch
    {
        Press.Go go => new Key(Short(button.Label.Plain(language)), "/" + go.Route.Path, null),
        Press.Move move => new Key(Short(button.Label.Plain(language)), move.Data, null),
        Press.Link link => new Key(Short(button.Label.Plain(language)), null, link.Url),
        _ => throw new InvalidOperationException($"A press of an unknown kind: {button.Press}."),
    };

    /// <summary>A label may hold an answer ("Keep: ...") of any length; nobody reads more than this on a button.</summary>
    private static string Short(string label)
    {
        var seen = new StringInfo(label);
        return seen.LengthInTextElements <= LongestLabel ? label : seen.SubstringByTextElements(0, LongestLabel - 1) + "…";
    }
}
