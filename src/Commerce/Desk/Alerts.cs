using Lavka.Durable;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Commerce;

/// <summary>
/// Tells a shop's owner what needs a person: a job for his chat, in the transaction of what caused it, or a line in the log when he has none.
/// </summary>
public sealed class Alerts(ILogger<Alerts> logger)
{
    /// <summary>Raised once per key, however often it is repeated.</summary>
    public async Task Raise(StoreTransaction tx, Shop shop, Text text, string key, CancellationToken ct)
    {
        if (shop.Owner is not { } owner)
        {
            logger.LogWarning("{Shop}: {Alert}", shop.Id, text.Plain(Language.En));
            return;
        }
        var job = AlertJob.Instance.With(new AlertArgs(text.Plain(Language.Ru), text.Plain(Language.En)), $"{shop.Id}:{key}");
        await Jobs.Add(tx, new NewJob(job.Job, job.Key, job.Args, owner, tx.Now), ct);
    }
}
