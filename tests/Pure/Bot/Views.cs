using Lavka.Talk;

namespace Lavka.Pure.Bot;

/// <summary>One view of each sort that a stage treats differently.</summary>
internal static class Views
{
    public static View Keys(string text) => new View(Text.Literal(text)).Row(Button.To(Text.Literal("Go"), "home"));

    public static View Plain(string text) => new(Text.Literal(text));

    public static View Awaiting(string text) => Plain(text) with { AwaitsText = true };

    public static View Wish(string text) => Keys(text) with { Wish = new Wish(Wanted.Contact, Text.Literal("My number")) };

    public static View Progress(string text) => Keys(text) with { IsProgress = true };

    public static View File(string text) => Keys(text) with { File = new Attachment("f1", "label.pdf", "application/pdf") };

    /// <summary>A link to pay, a button to check.</summary>
    public static View Invoice(string text) => new View(Text.Literal(text))
        .Row(Button.Link(Text.Literal("Pay"), "https://pay.example"))
        .Row(Button.To(Text.Literal("Check"), "check"));
}
