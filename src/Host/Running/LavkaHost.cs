using System.Diagnostics.Metrics;
using Lavka.Channels.Telegram;
using Lavka.Commerce;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary>Puts the program together from its settings: the store, the shops, the worker and the web server. The one place that knows every room.</summary>
public static class LavkaHost
{
    /// <summary>It is <see cref="Ending"/> that loses patience, aloud, and not the web host.</summary>
    private static readonly TimeSpan NeverReached = TimeSpan.FromHours(2);

    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(25);

    public static WebApplication Build(HostSettings settings, Action<ILoggingBuilder> logging)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(settings.Urls);
        builder.WebHost.ConfigureKestrel(Limits.Set);
        // A request is read and answered on the thread that its connection woke, not on a second one: a turn runs on a thread of its own anyway, so no handler can block it.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        logging(builder.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = NeverReached);
        builder.Services.AddMetrics();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(services => Store.Open(settings.Database, services.GetRequiredService<TimeProvider>()))
            .AddSingleton<Alerts>()
            .AddSingleton<Counters>()
            .AddSingleton<Doors>()
            .AddSingleton(services => new HookLimit(
                new AddressLimit(settings.PaymentCalls, settings.PaymentWindow, services.GetRequiredService<TimeProvider>()),
                new SharedLimit(services.GetRequiredService<Store>(), settings.PaymentCalls, settings.PaymentWindow),
                services.GetRequiredService<TimeProvider>(), services.GetRequiredService<IMeterFactory>(), services.GetRequiredService<ILogger<HookLimit>>()))
            .AddSingleton(services => Shops(settings, services))
            .AddSingleton(services => new PaymentProviders(ShopsOf(services).ToDictionary(shop => shop.Id, shop => shop.Parts.Providers)))
            .AddSingleton(services => new JobDispatch(ShopsOf(services), CommerceRoom.Jobs(services.GetRequiredService<PaymentProviders>())))
            .AddSingleton(services => NewWorker(settings, services))
            .AddSingleton(services => new Node(
                services.GetRequiredService<Store>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Node>>()))
            .AddHostedService(services => new Works(
                ShopsOf(services), services.GetRequiredService<Worker>(), services.GetRequiredService<Node>(), services.GetRequiredService<Store>(),
                services.GetRequiredService<Doors>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Works>>()));
        var app = builder.Build();
        Map(app);
        return app;
    }

    /// <summary>Brings the store to this program's version; before it the host does not listen.</summary>
    public static Task Migrate(Store store, CancellationToken ct) => store.Migrate([Schema.Durable, CommerceRoom.Schema], ct);

    public static IReadOnlyList<RunningShop> ShopsOf(IServiceProvider services) => services.GetRequiredService<IReadOnlyList<RunningShop>>();

    private static void Map(WebApplication app)
    {
        var (services, clock) = (app.Services, app.Services.GetRequiredService<TimeProvider>());
        var shops = ShopsOf(services);
        var doors = services.GetRequiredService<Doors>();
        app.Use(next => call => doors.Pass(call, next));
        new TelegramWebhook(shops.Select(shop => shop.Webhook).OfType<WebhookBot>(), clock).Map(app);
        PaymentHooks.Map(app, services.GetRequiredService<Store>(), Notifications(services, shops), services.GetRequiredService<HookLimit>(), app.Logger);
        HealthEndpoints.Map(app, services.GetRequiredService<Store>());
        MetricsPage.Map(app, services.GetRequiredService<Store>(), services.GetRequiredService<Counters>(), doors);
    }

    private static IReadOnlyList<RunningShop> Shops(HostSettings settings, IServiceProvider services)
    {
        var (clock, logs) = (services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILoggerFactory>());
        var (store, alerts) = (services.GetRequiredService<Store>(), services.GetRequiredService<Alerts>());
        var telegram = TelegramHttp.NewClient();
        var outside = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = LongestCall };
        var meters = services.GetRequiredService<IMeterFactory>();
        var owner = new OwnerLine(store, alerts);
        return [.. settings.Shops.Select(shop => new RunningShop(
            shop, shop.Kind.Open(shop, settings.PublicUrl, owner, outside, clock, logs), settings, store, telegram, alerts, meters, clock, logs))];
    }

    private static PaymentNotifications Notifications(IServiceProvider services, IReadOnlyList<RunningShop> shops) => new(
        services.GetRequiredService<Store>(),
        shops.ToDictionary(shop => shop.Id, shop => shop.Parts.Shop),
        services.GetRequiredService<PaymentProviders>(),
        services.GetRequiredService<Alerts>(),
        services.GetRequiredService<IMeterFactory>(),
        services.GetRequiredService<ILogger<PaymentNotifications>>());

    private static Worker NewWorker(HostSettings settings, IServiceProvider services)
    {
        var dispatch = services.GetRequiredService<JobDispatch>();
        return new Worker(
            services.GetRequiredService<Store>(), dispatch.Handlers, new WorkerOptions { OnGiveUp = dispatch.GiveUp, Grace = settings.StopTimeout / 3 },
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<Worker>>());
    }
}
