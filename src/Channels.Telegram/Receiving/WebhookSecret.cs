using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Lavka.Channels.Telegram;

/// <summary>
/// What Telegram shows at each delivery to prove that it is Telegram: 1 to 256 letters, digits, '_' and '-'. Compared in constant time, shown nowhere.
/// </summary>
public sealed class WebhookSecret
{
    public const string Header = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");
    private readonly byte[] _bytes;

    /// <exception cref="ArgumentException">Telegram would not take it: a mistake in the settings.</exception>
    public WebhookSecret(string value)
    {
        if (value.Length is 0 or > 256 || value.AsSpan().ContainsAnyExcept(Plain))
            throw new ArgumentException("A webhook's secret has 1 to 256 letters, digits, '_' and '-'.", nameof(value));
        (Value, _bytes) = (value, Encoding.ASCII.GetBytes(value));
    }

    internal string Value { get; }

    public bool Matches(string? shown) => shown is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), _bytes);

    public override string ToString() => "***";
}
