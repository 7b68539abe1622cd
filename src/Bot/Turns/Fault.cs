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

    /// <summary>The same for the same fault within the same hour: the kind of the exception, where it was thrown, and what kind of thing had happened.</summary>
    public static string Key(Exception error, Happening what, DateTimeOffset now)
    {
        var place = error.StackTrace?.Split('\n').FirstOrDefault()?.Split(" in ")[0].Trim();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{error.GetType().FullName} {place} {what.GetType().Name}"));
        return string.Create(CultureInfo.InvariantCulture, $"poison:{Convert.ToHexStringLower(hash.AsSpan(0, 6))}:{now.ToUnixTimeSeconds() / 3600}");
    }
}
