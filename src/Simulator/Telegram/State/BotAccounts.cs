using System.Collections.Concurrent;
using System.Globalization;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.Delivery;

namespace Lavka.Simulator.Telegram.State;

/// <summary>Every bot the simulator knows, by number and by token.</summary>
public sealed class BotAccounts(WebhookReplies replies, Faults faults, TimeProvider time) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<long, BotAccount> _accounts = new();

    public IReadOnlyList<BotAccount> All => [.. _accounts.Values.OrderBy(account => account.Id)];

    public BotAccount? Find(long id) => _accounts.GetValueOrDefault(id);

    public BotAccount? FindByToken(string token) => Find(IdOf(token) ?? 0) is { } account && account.Registration.Token == token ? account : null;

    public BotAccount Get(long id) => Find(id) ?? throw new RefusedException(404, $"there is no bot {id}");

    /// <summary>Adds the bot; a bot with the same number and token stays as it is.</summary>
    public BotAccount Register(BotRegistration registration)
    {
        var id = IdOf(registration.Token) ?? throw RefusedException.BadRequest("a token reads <number>:<secret>");
        var account = _accounts.GetOrAdd(id, _ => new BotAccount(id, registration, replies, faults, time));
        return account.Registration.Token == registration.Token
            ? account
            : throw RefusedException.Conflict($"bot {id} is registered with another token");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var account in _accounts.Values)
            await account.DisposeAsync();
    }

    private static long? IdOf(string token) =>
        token.Split(':') is [var number, { Length: > 0 }] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? id
            : null;
}
