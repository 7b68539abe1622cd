using Lavka.Commerce;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>Brings each job to the shop whose chat it belongs to: commerce's and the shop's own jobs, and the works of its dialogs.</summary>
public sealed class JobDispatch(IReadOnlyList<RunningShop> shops, IReadOnlyList<Job> everywhere)
{
    private readonly Dictionary<string, RunningShop> _shops = shops.ToDictionary(shop => shop.Id);

    public IReadOnlyDictionary<string, JobHandler> Handlers
    {
        get
        {
            var handlers = new Dictionary<string, JobHandler>();
            foreach (var job in everywhere.Concat(shops.SelectMany(shop => shop.Parts.Jobs))) handlers[job.Name] = Attempt;
            foreach (var kind in shops.SelectMany(shop => shop.Bot.Handlers.Keys)) handlers[kind] = (job, ct) => ShopOf(job).Bot.Handlers[job.Kind](job, ct);
            return handlers;
        }
    }

    /// <summary>The last attempt has failed: the shop settles what that means, and the job is buried in the same transaction.</summary>
    public async Task GiveUp(ClaimedJob job, string error, CancellationToken ct)
    {
        var shop = ShopOf(job);
        if (Find(shop, job.Kind) is { } known) await shop.Bot.GiveUp(job, error, job.Chat!.Value, (desk, stop) => known.Abandon(job.Body)(desk, stop), ct);
    }

    private async Task Attempt(ClaimedJob job, CancellationToken ct)
    {
        var shop = ShopOf(job);
        var known = Find(shop, job.Kind) ?? throw new InvalidOperationException($"The shop {shop.Id} has no jobs of the kind {job.Kind}.");
        var settlement = await known.Attempt(job.Body, job.Key, ct);
        await shop.Bot.Settle(job, job.Chat!.Value, (desk, stop) => settlement(desk, stop), ct);
    }

    private Job? Find(RunningShop shop, string kind) => shop.Parts.Jobs.Concat(everywhere).FirstOrDefault(job => job.Name == kind);

    private RunningShop ShopOf(ClaimedJob job) => job.Chat is { } chat && _shops.TryGetValue(chat.Bot.Value, out var shop)
        ? shop
        : throw new InvalidOperationException($"The job {job.Kind} {job.Key} belongs to no shop of this program.");
}
