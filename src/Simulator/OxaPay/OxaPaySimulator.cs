using Lavka.Simulator.OxaPay.Control;
using Lavka.Simulator.OxaPay.Invoices;
using Lavka.Simulator.OxaPay.Notifications;
using Lavka.Simulator.OxaPay.Page;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lavka.Simulator.OxaPay;

/// <summary>
/// The payment provider's manifest: the API of the shape of OxaPay v1 under <c>/oxapay/v1</c>, the page where people pay under
/// <c>/oxapay/pay</c>, signed notifications, and control under <c>/sim/oxapay</c>.
/// </summary>
public static class OxaPaySimulator
{
    public static IServiceCollection AddOxaPay(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => OxaPaySettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddHttpClient(Courier.Client, client => client.Timeout = TimeSpan.FromSeconds(30)).RemoveAllLoggers();
        services.AddSingleton<Schedule>();
        services.AddSingleton<InvoiceBook>();
        services.AddSingleton<Cashier>();
        services.AddSingleton<AttemptLog>();
        services.AddSingleton<Courier>();
        services.AddSingleton<FaultPlan>();
        return services;
    }

    public static IEndpointRouteBuilder MapOxaPay(this IEndpointRouteBuilder routes)
    {
        routes.MapOxaPayApi();
        routes.MapPayPage();
        routes.MapOxaPayControl();
        return routes;
    }
}
