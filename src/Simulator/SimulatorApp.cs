using Lavka.Simulator.Carrier;
using Lavka.Simulator.Clock;
using Lavka.Simulator.OxaPay;
using Lavka.Simulator.Telegram;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator;

/// <summary>The simulator as a web application that is built but not started; all its state lives and dies with it.</summary>
public static class SimulatorApp
{
    private const string DefaultUrls = "http://127.0.0.1:5090";

    public static WebApplication Build(string[] args, SimulatorOptions? options = null)
    {
        options ??= new SimulatorOptions();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(options.Urls ?? builder.Configuration["Urls"] ?? DefaultUrls);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddClock(options.Time).AddTelegram().AddCarrier().AddOxaPay();

        var app = builder.Build();
        app.UseStopping();
        app.UseWebChat();
        app.MapClock();
        app.MapTelegram();
        app.MapCarrier();
        app.MapOxaPay();

        var accounts = app.Services.GetRequiredService<BotAccounts>();
        foreach (var registration in options.Bots.Concat(app.Configuration.GetSection("Bots").Get<BotRegistration[]>() ?? []))
            accounts.Register(registration);
        return app;
    }
}
