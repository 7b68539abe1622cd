using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Lavka.Bot;
using Lavka.Channels.Telegram;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Host;

/// <summary>One shop at work: its bot, the way in and the way out. Everything it does until it is stopped is in <see cref="Run"/>.</summary>
public sealed class RunningShop
{
    private const int WebhookConnections = 100;

    /// <summary>In seconds. A turn takes some milliseconds; a person notices half a second, and a messenger gives up after a minute.</summary>
    private static readonly double[] Paces = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly ShopSettings _settings;
    private readonly ShopParts _parts;
    private readonly Uri _publicUrl;
    private readonly BotApi _api;
    private readonly Sender _sender;
    private readonly Counter<long> _updates;
    private readonly Histogram<double> _took;
    private readonly KeyValuePair<string, object?> _bot;
    private readonly TimeProvider _clock;
    private readonly ILoggerFactory _logs;
    private readonly Store _store;

    public RunningShop(
        ShopSettings settings, ShopParts parts, HostSettings host, Store store, HttpMessageInvoker http, Alerts alerts, IMeterFactory meters, TimeProvider clock, ILoggerFactory logs)
    {
        (_settings, _parts, _publicUrl, _store, _clock, _logs) = (settings, parts, host.PublicUrl, store, clock, logs);
        _api = new BotApi(http, host.TelegramApi, settings.Token, clock);
        var channel = new TelegramChannel(_api);
        var id = new BotId(settings.Id);
        Bot = new ShopBot<Desk>(id, parts.Script, store, channel, Open, logs.CreateLogger<ShopBot<Desk>>(),
            (tx, text, key, ct) => alerts.Raise(tx, parts.Shop, text, key, ct), settings.RateLimit, new RateCounters(settings.Id, meters).Count);
        Intake = new Intake(settings.Id, Take, (poison, ct) => store.Watch.While(Buried(poison), ct), logs.CreateLogger<Intake>());
        var meter = meters.Create("Lavka.Host");
        _updates = meter.CreateCounter<long>("lavka_updates", description: "Updates by bot: taken, or left to be delivered again.");
        _took = meter.CreateHistogram("lavka_update_seconds", "s", "From the arrival of an update to its answer.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Paces });
        _bot = new("bot", settings.Id);
        _sender = new Sender(id, store, channel, settings.SenderOptions, clock, logs.CreateLogger<Sender>());

        Func<CancellationToken, Task<bool>> Buried(Poison poison) => look => store.Write(async (tx, stop) =>
        {
            await Bury(tx, poison, stop);
            return true;
        }, look);

        Task<Desk> Open(StoreTransaction tx, ChatKey chat, Person person, Language language, CancellationToken ct) =>
            Desk.Open(tx, parts.Shop, chat, person, language, alerts, ct);
    }

    public string Id => _settings.Id;

    public ShopBot<Desk> Bot { get; }

    public Intake Intake { get; }

    public ShopParts Parts => _parts;

    /// <summary>Null in polling mode: then the path answers 404.</summary>
    public WebhookBot? Webhook => _settings is { Mode: ReceiveMode.Webhook, Secret: { } secret } ? new WebhookBot(secret, Intake) : null;

    /// <summary>What is wrong with the bot behind the token, as far as Telegram tells now; null when nothing is.</summary>
    public Task<SettingFault?> Stranger(CancellationToken ct) => Identity.Fault(_api, _settings, ct);

    /// <summary>
    /// Sends and receives until it is stopped; the messages on their way are finished. A bot that turns out to be another one is left alone.
    /// One program at a time: the caller sees to that, and <paramref name="isSure"/> says whether he still knows.
    /// </summary>
    public async Task Run(Func<bool> isSure, CancellationToken ct)
    {
        if (await UntilStopped(Known, ct)) await Serve(isSure, ct);
    }

    private Task Serve(Func<bool> isSure, CancellationToken ct) =>
        Task.WhenAll(_sender.Run(isSure, ct), UntilStopped(stop => Receive(isSure, stop), ct), UntilStopped(Announce, ct));

    private async Task<Receipt> Take(Inbound update, CancellationToken ct)
    {
        var (receipt, began) = (Receipt.Later, _clock.GetTimestamp());
        try
        {
            return receipt = await _store.Watch.While(stop => Bot.Take(update, stop), ct);
        }
        catch (StoreFault fault)
        {
            _logs.CreateLogger<RunningShop>().LogError("Update {Update} of {Bot} was not waited for any longer: {Reason}", update.Id, Id, fault.Message);
            return receipt;
        }
        finally
        {
            _updates.Add(1, _bot, new KeyValuePair<string, object?>("outcome", receipt is Receipt.Taken ? "taken" : "later"));
            _took.Record(_clock.GetElapsedTime(began).TotalSeconds, _bot);
        }
    }

    private async Task Receive(Func<bool> isSure, CancellationToken ct)
    {
        if (Webhook is null) await new TelegramPolling(_api, Intake, _clock, _logs.CreateLogger<TelegramPolling>()).Run(isSure, ct);
        else await Setup().Webhook(_publicUrl, _settings.Secret!, WebhookConnections, ct);
    }

    private Task Announce(CancellationToken ct) => Setup().Menu([.. _parts.Script.Commands.Select(line => (line.Name, line.Description))], ct);

    private TelegramSetup Setup() => new(_settings.Id, _api, _clock, _logs.CreateLogger<TelegramSetup>());

    private Task Bury(StoreTransaction tx, Poison poison, CancellationToken ct) => DeadLetters.Add(
        tx, "update", $"{Id}/{poison.UpdateId?.ToString(CultureInfo.InvariantCulture) ?? "?"}", Encoding.UTF8.GetString(poison.Update.Span), poison.Why, ct);

    /// <summary>Asks who the bot is until Telegram answers, when the settings name one.</summary>
    private async Task<bool> Known(CancellationToken ct)
    {
        if (_settings.Username is null) return true;
        var me = await Setup().Me(ct);
        if (Identity.Fault(me, _settings) is not { } fault) return true;
        _logs.CreateLogger<RunningShop>().LogCritical("The shop {Shop} is not served. {Fault}", Id, fault);
        return false;
    }

    private static async Task<bool> UntilStopped(Func<CancellationToken, Task<bool>> work, CancellationToken ct)
    {
        try
        {
            return await work(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task UntilStopped(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        try
        {
            await work(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Asked to stop; nothing of it has to be finished.
        }
    }
}
