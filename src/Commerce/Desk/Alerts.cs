using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Commerce;

/// <summary>
/// Tells a shop's owner what needs a person: a job for his chat, in the transaction of what caused it, or a line in the log without any details when he has none.
/// </summary>
public sealed class Alerts(ILogger<Alerts> logger)
{
    /// <summary>Raised once per key, however often it is repeated.</summary>
    public async Task Raise(StoreTransaction tx, Shop shop, Text text, string key, CancellationToken ct)
    {
        if (shop.Owner is not { } owner)
        {
            // Its text may name places and parcels, which are nothing for a log.
            logger.LogWarning("The shop {Shop} has no Owner who could be told of {Alert}; set one", shop.Id, key);
            return;
        }
        var job = AlertJob.Instance.With(new AlertArgs(text.Plain(Language.Ru), text.Plain(Language.En)), $"{shop.Id}:{key}");
        await Jobs.Add(tx, new NewJob(job.Job, job.Key, job.Args, owner, tx.Now), ct);
    }
}
