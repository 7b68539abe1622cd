using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Control;
using Lavka.Simulator.Carrier.Labels;
using Lavka.Simulator.Carrier.Rating;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lavka.Simulator.Carrier;

/// <summary>The carrier's manifest: a shipping API of the shape of ShipStation v2 under <c>/carrier/v2</c>, its control under <c>/sim/carrier</c>.</summary>
public static class CarrierSimulator
{
    public static IServiceCollection AddCarrier(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => CarrierSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<Numbering>();
        services.AddSingleton<CarrierAccounts>();
        services.AddSingleton<RateBook>();
        services.AddSingleton<LabelBook>();
        services.AddSingleton<LabelDesk>();
        services.AddSingleton<RateDesk>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<FaultPlan>();
        return services;
    }

    public static IEndpointRouteBuilder MapCarrier(this IEndpointRouteBuilder routes)
    {
        routes.MapCarrierApi();
        routes.MapCarrierControl();
        return routes;
    }
}
