using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Host;

/// <summary>Tells an owner something outside of any turn, in a transaction of its own; once per key.</summary>
public sealed class OwnerLine(Store store, Alerts alerts)
{
    public Task Tell(Shop shop, Text text, string key, CancellationToken ct) => store.Write((tx, stop) => alerts.Raise(tx, shop, text, key, stop), ct);
}
