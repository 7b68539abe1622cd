using Lavka.Simulator.OxaPay.Invoices;
using Lavka.Simulator.OxaPay.Notifications;
using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Control;

/// <summary>What tests, the demo and the pay page ask of the simulator itself, under <c>/sim/oxapay</c>: what exists, what was told, who pays how.</summary>
public static class OxaPayControl
{
    public static void MapOxaPayControl(this IEndpointRouteBuilder routes)
    {
        var sim = routes.MapGroup("/sim/oxapay");
        sim.MapGet("/invoices", (InvoiceBook invoices) =>
            Results.Json([.. invoices.All.Select(invoice => invoice.ToWire())], OxaPayJson.Default.IReadOnlyListPaymentInformation));
        sim.MapPost("/invoices/{trackId}/pay", (string trackId, HttpContext http, InvoiceBook invoices, Cashier cashier) =>
            StrictBody.Read(http, OxaPayJson.Default.PayRequest, request => Pay(trackId, request, invoices, cashier)));
        sim.MapPost("/invoices/{trackId}/return", (string trackId, InvoiceBook invoices, Cashier cashier) =>
            invoices.Find(trackId) is null ? Answer.Refused(404, "track_id", "There is no such invoice.")
            : cashier.Return(trackId) is null ? Answer.Refused(409, "track_id", "Nothing was paid that could be given back.")
            : Results.NoContent());
        sim.MapPost("/invoices/{trackId}/notify", (string trackId, Courier courier) => courier.Repeat(trackId)
            ? Results.NoContent()
            : Answer.Refused(404, "track_id", "Nothing has been told about this invoice yet."));
        sim.MapGet("/notifications", (AttemptLog log) => Results.Json(log.All, OxaPayJson.Default.IReadOnlyListAttempt));
        sim.MapGet("/faults", (FaultPlan plan) => Results.Json(plan.All, OxaPayJson.Default.IReadOnlyListFaultRequest));
        sim.MapPost("/faults", (HttpContext http, FaultPlan plan) =>
            StrictBody.Read(http, OxaPayJson.Default.FaultRequest, request => Plan(request, plan)));
        sim.MapDelete("/faults", (FaultPlan plan) =>
        {
            plan.Clear();
            return Results.NoContent();
        });
        sim.MapPost("/reset", (Schedule schedule, FaultPlan plan, InvoiceBook invoices, AttemptLog log, Courier courier) =>
        {
            schedule.Clear();
            plan.Clear();
            invoices.Clear();
            courier.Clear();
            log.Clear();
            return Results.NoContent();
        });
    }

    private static IResult Pay(string trackId, PayRequest request, InvoiceBook invoices, Cashier cashier)
    {
        if (request.How is null)
            return Answer.Refused(400, "how", "is required");
        if (request.Amount is <= 0)
            return Answer.Refused(400, "amount", "must be above 0");
        if (request.Coin is not null && Coin.Find(request.Coin) is null)
            return Answer.Refused(400, "coin", "is unknown");
        if (invoices.Find(trackId) is not { } invoice)
            return Answer.Refused(404, "track_id", "There is no such invoice.");

        var coin = Coin.Find(request.Coin) ?? invoice.Coin ?? Coin.All[0];
        var changed = request.How == PayHow.Expire
            ? cashier.ExpireNow(trackId)
            : cashier.Pay(trackId, request.Dollars(invoice.Terms.Amount), coin);
        return changed is null ? Answer.Refused(409, "track_id", "The invoice is not open any more.") : Results.NoContent();
    }

    private static IResult Plan(FaultRequest request, FaultPlan plan)
    {
        if (request.Kind is null)
            return Answer.Refused(400, "kind", "is required");
        if (request.Times is < 1)
            return Answer.Refused(400, "times", "must be at least 1");
        plan.Add(request);
        return Results.NoContent();
    }
}
