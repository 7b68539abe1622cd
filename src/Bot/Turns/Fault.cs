using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>A handler that failed, as its shop's owner is told of it: once an hour for the same fault, whatever the number of updates.</summary>
internal static class Fault
{
    private static readonly Text Happened = new(
        ru: "⚠️ Бот не смог обработать действие клиента: {error}. Клиенту сказано, что мы разбираемся. "
            + "Подробности среди отложенных сообщений, ключ {key}. О такой же ошибке напомню не раньше чем через час.",
        en: "⚠️ The bot could not handle what a customer did: {error}. The customer was told that we are looking into it. Details are among the dead letters, key {key}. "
            + "The same fault is not told again for an hour.");

    public static Text Told(Exception error, string letter) => Happened.With("error", error.GetType().Name).With("key", letter);

    /// <summary>
    /// What had happened, for the dead letters: its kind, its length and the messenger's ids, never what the person said. A dead letter is read by whoever runs the shop and
    /// outlives the dialog; the words stand in the chat, where the ids find them.
    /// </summary>
    public static string Seen(Happening what) => what switch
    {
        Happening.Wrote wrote => FormattableString.Invariant($"Wrote {wrote.Text.Length} characters, message {wrote.MessageId ?? "?"}"),
        Happening.Sent sent => FormattableString.Invariant($"Sent {sent.Kind}, {sent.Caption?.Length ?? 0} characters, album {sent.Album ?? "none"}, message {sent.MessageId ?? "?"}"),
        Happening.Contact contact => contact.IsOwn ? "Contact, his own" : "Contact, somebody else's",
        Happening.Place => "Place",
        Happening.Pressed pressed => $"Pressed {pressed.Data}, message {pressed.MessageId ?? "?"}",
        _ => what.ToString(),
    };

    /// <summary>The exception and its causes with their traces; what the person said is blotted out of their messages.</summary>
    public static string Whole(Exception error, Happening what)
    {
        string[] said = [.. Words(what)];
        var told = new StringBuilder();
        for (var at = error; at is not null; at = at.InnerException)
        {
            var message = said.Aggregate(at.Message, (rest, word) => rest.Replace(word, "•••", StringComparison.OrdinalIgnoreCase));
            if (at != error) told.Append("\n---> ");
            told.Append(CultureInfo.InvariantCulture, $"{at.GetType()}: {message}\n{at.StackTrace}");
        }
        return told.ToString();
    }

    private static IEnumerable<string> Words(Happening what)
    {
        string?[] said = what switch
        {
            Happening.Wrote wrote => [wrote.Text, wrote.Text.Trim()],
            Happening.Sent sent => [sent.Caption, sent.Caption?.Trim()],
            Happening.Contact contact => [contact.Phone, contact.Name],
            _ => [],
        };
        return said.Where(word => !string.IsNullOrWhiteSpace(word)).Select(word => word!);
    }

    /// <summary>The same for the same fault within the same hour: the kind of the exception, where it was thrown, and what kind of thing had happened.</summary>
    public static string Key(Exception error, Happening what, DateTimeOffset now)
    {
        var place = error.StackTrace?.Split('\n').FirstOrDefault()?.Split(" in ")[0].Trim();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{error.GetType().FullName} {place} {what.GetType().Name}"));
        return string.Create(CultureInfo.InvariantCulture, $"poison:{Convert.ToHexStringLower(hash.AsSpan(0, 6))}:{now.ToUnixTimeSeconds() / 3600}");
    }
}
