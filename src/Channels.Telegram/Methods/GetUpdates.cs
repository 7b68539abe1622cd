using System.Text.Json;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Waits up to <see cref="Timeout"/> seconds for updates and gives at most <see cref="Limit"/> of them, oldest first and unparsed.
/// Everything below <paramref name="Offset"/> is thereby acknowledged and gone.
/// </summary>
public sealed record GetUpdates(long? Offset) : Method<JsonElement>
{
    internal override string Name => "getUpdates";

    internal override TimeSpan TimeLimit => TimeSpan.FromSeconds(Timeout + 10);

    public int Limit { get; } = 100;

    /// <summary>Telegram shortens everything above 50 seconds.</summary>
    public int Timeout { get; } = 50;

    public IReadOnlyList<string> AllowedUpdates { get; } = Telegram.AllowedUpdates.List;
}
