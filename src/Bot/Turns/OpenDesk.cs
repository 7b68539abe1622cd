using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Bot;

/// <summary>Opens what a shop's handlers may touch, on the turn's own transaction; called at most once a turn and only when something needs it. The turn disposes it.</summary>
public delegate Task<TDesk> OpenDesk<TDesk>(StoreTransaction tx, ChatKey chat, Person person, Language language, CancellationToken ct);
