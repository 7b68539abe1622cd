using Lavka.Talk;

namespace Lavka.Pure.Talk.Random;

/// <summary>What people write and send: good answers of every kind, answers of other kinds, and what no question can take.</summary>
internal static class Things
{
    private const long TooLarge = 21 * 1024 * 1024;

    public static readonly IReadOnlyList<string> Sayings =
    [
        "7", "Riga", "2,5", "-7", "1e3", "999", "", " ", "\t\n", "Skip", "Yes", "no", "Option 2", "option 1", "Confirm", "So far", "none|none", "/back", "{text}", "<b>{x}</b>&amp;",
        "\uD83D", "\uDE00 after", "👩‍💻", "\u200B", "\u202Eright to left", "שלום עולם", "e\u0301\u0301\u0301", "\0", "#", new string('y', 4096), new string('y', 6000), string.Concat(Enumerable.Repeat("👩‍💻", 900)),
        "done", "Option 1, option 3", "option 2; OPTION 9", "24.12", "2026-12-20", "17.12.2026", "31 февраля", "с 24 по 27 декабря", "14.12 - 20.12", "2026-12-22/2026-12-24", "+7 701 234 56 78", "00 49 30 1234567", "43.2, 76.8", "91, 1", "-43.2, 1",
        "null", "[]", "[null]", "{}", "{\"kind\":\"photo\",\"file\":\"f\"}", "[{\"kind\":\"photo\",\"file\":\"f\"}]", "{\"phone\":\"1\",\"isOwn\":true}", "o1", "o1\no2", "hush-hush-hush",
    ];

    public static readonly IReadOnlyList<Media> Files =
    [
        new("photo", "p1", null, "image/jpeg", 90_000), new("photo", "p2", null, null, 900), new("photo", "p9"), new("photo", new string('f', 512)), new("photo", new string('f', 513)), new("photo", ""),
        new("photo", "p3", null, "image/jpeg", TooLarge), new("document", "d1", "scan.PNG", "IMAGE/png", 500), new("document", "d2", "contract.pdf", "application/pdf", 500), new("document", "d9", "<b>.pdf", "Application/PDF"),
        new("document", "d3", string.Concat(Enumerable.Repeat("👩‍💻", 60)) + "\uD83D", "application/pdf\uD83D", null), new("document", "d4", null, null, TooLarge), new("video", "v1", "\0", "video/mp4", 5000), new("voice", "v2"), new("sticker", "s1"),
    ];

    public static readonly IReadOnlyList<Input> Others =
    [
        new Input.Sent("sticker"), new Input.Sent("photo", null, "A photo that is gone"), new Input.Sent("photo", new Media("photo", "p4"), "7"),
        new Input.Contact("77012345678", "Anna", IsOwn: true), new Input.Contact("+77012345679", "Boris", IsOwn: false), new Input.Contact("", "", IsOwn: true), new Input.Contact("call me", "\uD83D", IsOwn: true),
        new Input.Contact("+1 212 555-01-47", string.Concat(Enumerable.Repeat("👩‍💻", 60)), IsOwn: true), new Input.Contact("1234567890123456", "\0", IsOwn: false),
        new Input.Place(43.238900123m, 76.889700456m), new Input.Place(-90, 180), new Input.Place(90.1m, 0), new Input.Place(0, -180.000001m), new Input.Place(1, 9),
        new Input.Reminded(), new Input.Interrupted(), new Input.Open(),
    ];

    /// <summary>The move of another dialog's or of no button; typed, so that it belongs to the open question.</summary>
    public static readonly IReadOnlyList<Tap> Commands =
    [
        new Tap.Back(), new Tap.Cancel(), new Tap.Skip(), new Tap.Keep(), new Tap.Return(), new Tap.Again("a1"), new Tap.Page("edit"), new Tap.Page("edit/a2"), new Tap.Page(""), new Tap.Take(), new Tap.Open("other"),
        new Tap.Accept(KeyCode.Of("7")), new Tap.EditPart("a2"), new Tap.Edit(KeyCode.Of("a1")), new Tap.Choose("o1"), new Tap.Choose("!"), new Tap.Choose("0"), new Tap.Choose("2026-12-19"), new Tap.Choose("2027-01"),
    ];

    /// <summary>An answer that the question takes, in as many inputs as it needs.</summary>
    public static IReadOnlyList<Input> Answering(Asked asked) => asked.Sort switch
    {
        Sort.Photo => [new Input.Sent("photo", new Media("photo", "p1", null, "image/jpeg", 900))],
        Sort.File => [new Input.Sent("document", new Media("document", "d2", "contract.pdf", "application/pdf", 500))],
        Sort.Photos => [new Input.Tapped(null, new Tap.Choose("0")), .. Enumerable.Range(1, 2).Select(i => new Input.Sent("photo", new Media("photo", $"p{i}"))), new Input.Wrote("Done")],
        Sort.Contact => [new Input.Contact("77012345678", "Anna", IsOwn: true)],
        _ => [new Input.Wrote(asked.Good!)],
    };
}
