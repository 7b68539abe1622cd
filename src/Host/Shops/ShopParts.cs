using Lavka.Commerce;
using Lavka.Talk;

namespace Lavka.Host;

/// <summary>What a shop brings: its talk, its jobs, its merchant accounts. <paramref name="Off"/> says in sentences what is off for want of credentials.</summary>
public sealed record ShopParts(Shop Shop, Script<Desk> Script, IReadOnlyList<Job> Jobs, IReadOnlyList<IPaymentProvider> Providers, IReadOnlyList<string> Off);
