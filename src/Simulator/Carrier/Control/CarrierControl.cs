using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Labels;
using Lavka.Simulator.Carrier.Rating;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>What tests and the demo ask of the simulator itself, under <c>/sim/carrier</c>: what came, what was sold, and what shall go wrong.</summary>
public static class CarrierControl
{
    public static void MapCarrierControl(this IEndpointRouteBuilder routes)
    {
        var sim = routes.MapGroup("/sim/carrier");
        sim.MapGet("/requests", (RequestLog log) => Answer.Ok(log.All, CarrierJson.Default.IReadOnlyListRecordedRequest));
        sim.MapGet("/labels", (HttpContext http, LabelBook labels) => Answer.Ok(
            [.. labels.All.Select(label => label.ToWire($"{http.Request.Scheme}://{http.Request.Host}{CarrierSettings.Root}"))],
            CarrierJson.Default.IReadOnlyListLabelResponse));
        sim.MapGet("/faults", (FaultPlan plan) => Answer.Ok([.. plan.All.Select(fault => fault.ToRequest())], CarrierJson.Default.IReadOnlyListFaultRequest));
        sim.MapPost("/faults", (HttpContext http, FaultPlan plan) =>
            StrictBody.Read(http, CarrierJson.Default.FaultRequest, request => Plan(request, plan)));
        sim.MapDelete("/faults", (FaultPlan plan) =>
        {
            plan.Clear();
            return Results.NoContent();
        });
        sim.MapPost("/carriers", (HttpContext http, CarrierAccounts accounts) =>
            StrictBody.Read(http, CarrierJson.Default.CarriersRequest, request => Set(request, accounts)));
        sim.MapPost("/reset", (RequestLog log, FaultPlan plan, CarrierAccounts accounts, RateBook rates, LabelBook labels) =>
        {
            log.Clear();
            plan.Clear();
            accounts.Reset();
            rates.Clear();
            labels.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Plan(FaultRequest request, FaultPlan plan)
    {
        if (request.Kind is null)
            return Answer.Refused(VendorError.Missing("kind"));
        if (request.Times is < 1)
            return Answer.Refused(VendorError.Invalid("times", "must be at least 1"));
        plan.Add(Fault.From(request));
        return Results.NoContent();
    }

    private static IResult Set(CarriersRequest request, CarrierAccounts accounts)
    {
        if (request.Codes is not { } codes)
            return Answer.Refused(VendorError.Missing("codes"));
        VendorError[] unknown =
        [
            .. codes.Except(CarrierCatalog.All.Select(carrier => carrier.Code), StringComparer.Ordinal).Select(code => VendorError.UnknownId("codes", code)),
        ];
        if (unknown is not [])
            return Answer.Refused(unknown);
        accounts.Set([.. CarrierCatalog.All.Where(carrier => codes.Contains(carrier.Code, StringComparer.Ordinal))]);
        return Results.NoContent();
    }
}
