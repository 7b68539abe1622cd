using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Channels.Telegram;

/// <summary>
/// Where the updates of one bot go, however they came. <paramref name="take"/> commits everything that follows from an update before it says Taken;
/// <paramref name="bury"/> keeps an unreadable one as a dead letter. If either throws, nothing is acknowledged and the update comes again.
/// <paramref name="bot"/> is the bot's id in the settings: part of the webhook's path and of the log.
/// </summary>
public sealed class Intake(
    string bot, Func<Inbound, CancellationToken, Task<Receipt>> take, Func<Poison, CancellationToken, Task> bury, ILogger<Intake> logger)
{
    public string Bot { get; } = bot;

    internal async Task<Receipt> Offer(Reading reading, ReadOnlyMemory<byte> update, CancellationToken ct)
    {
        try
        {
            return reading is Reading.Understood understood ? await take(understood.Update, ct) : await Bury((Reading.Unreadable)reading, update, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.LogError(e, "Bot {Bot}: an update could not be taken and will be delivered again", Bot);
            return Receipt.Later;
        }
    }

    private async Task<Receipt> Bury(Reading.Unreadable unreadable, ReadOnlyMemory<byte> update, CancellationToken ct)
    {
        logger.LogWarning("Bot {Bot}: update {UpdateId} is unreadable and was put aside: {Why}", Bot, unreadable.UpdateId, unreadable.Why);
        await bury(new Poison(unreadable.Why, unreadable.UpdateId, update), ct);
        return Receipt.Taken;
    }
}
