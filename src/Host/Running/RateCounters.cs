using System.Diagnostics.Metrics;
using Lavka.Bot;

namespace Lavka.Host;

/// <summary>What a bot's limit on people said, counted for <c>/metrics</c> (vpn:S-11).</summary>
internal sealed class RateCounters
{
    private readonly KeyValuePair<string, object?> _bot;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _bans;

    public RateCounters(string bot, IMeterFactory meters)
    {
        var meter = meters.Create("Lavka.Host");
        _bot = new("bot", bot);
        _updates = meter.CreateCounter<long>("lavka_rate_limit_updates", description: "Updates by bot: allowed, or rejected because the person sent too many.");
        _bans = meter.CreateCounter<long>("lavka_rate_limit_bans", description: "People who were banned for a while because they sent too much.");
    }

    public void Count(Ruling ruling)
    {
        _updates.Add(1, _bot, new("outcome", ruling is Ruling.Accepted ? "allowed" : "rejected"));
        if (ruling is Ruling.Bans) _bans.Add(1, _bot);
    }
}
