using System.Buffers;

namespace Lavka.Channels.Telegram;

/// <summary>
/// The key to a bot. It is part of every address that is called, so it is shown nowhere: as a string it is only the bot's number,
/// which is public.
/// </summary>
public sealed class BotToken
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:_-");

    /// <exception cref="ArgumentException">It is empty or has characters that no token has, such as a space or a line break of the settings.</exception>
    public BotToken(string value)
    {
        if (value.Length == 0 || value.AsSpan().ContainsAnyExcept(Plain))
            throw new ArgumentException("A bot's token has letters, digits, ':', '_' and '-' only.", nameof(value));
        Value = value;
    }

    internal string Value { get; }

    public override string ToString() => Value.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? $"bot {Value[..colon]}" : "bot";
}
