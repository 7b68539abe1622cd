namespace Lavka.Talk;

/// <summary>Rules for questions answered by files and telephone numbers.</summary>
public static class MediaRules
{
    /// <summary>Media types such as "application/pdf", or "image/*" for all of a kind. It is what the sender claims: whoever opens the file looks again.</summary>
    public static Ask<Media> Types(this Ask<Media> ask, params IReadOnlyList<string> types) => ask.Check(
        media => types.Any(type => Fits(media.MediaType ?? "", type)),
        QuestionTexts.FileOfTypes.With("types", string.Join(", ", types.Select(Short))));

    /// <summary>The largest size in bytes; without it 20 MB, which is what a bot can download from Telegram.</summary>
    public static Ask<Media> Largest(this Ask<Media> ask, long bytes)
    {
        ask.Question.IsBounded = true;
        return ask.Check(media => MediaForm.TooLarge(media, bytes));
    }

    /// <summary>Only a number that the messenger vouches for: handed over by the button, not written, not somebody else's.</summary>
    public static Ask<Contact> Own(this Ask<Contact> ask, Text? why = null) => ask.Check(contact => contact.IsOwn, why ?? QuestionTexts.OwnNumber);

    private static bool Fits(string given, string type) =>
        type.EndsWith("/*", StringComparison.Ordinal) ? given.StartsWith(type[..^1], StringComparison.OrdinalIgnoreCase) : string.Equals(given, type, StringComparison.OrdinalIgnoreCase);

    /// <summary>"application/pdf" is PDF to people.</summary>
    private static string Short(string type) => type.Split('/') is [var kind, var name] ? name == "*" ? kind : name.Split('.')[^1].ToUpperInvariant() : type;
}
