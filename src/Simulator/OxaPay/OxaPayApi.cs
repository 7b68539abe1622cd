using Lavka.Simulator.OxaPay.Control;
using Lavka.Simulator.OxaPay.Invoices;
using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay;

/// <summary>The two calls a shop makes: create an invoice, ask how it stands. Both need the merchant's key; planned faults strike after that check.</summary>
public static class OxaPayApi
{
    public static void MapOxaPayApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(OxaPaySettings.Root)
            .AddEndpointFilter<WantsMerchantKey>()
            .AddEndpointFilter<StrikesFaults>();

        api.MapPost("/payment/invoice", (HttpContext http, Cashier cashier) =>
            StrictBody.Read(http, OxaPayJson.Default.InvoiceRequest, request => Create(request, cashier, http.Request)));
        api.MapGet("/payment/{trackId}", (string trackId, InvoiceBook invoices) => invoices.Find(trackId) is { } invoice
            ? Answer.Ok(invoice.ToWire(), OxaPayJson.Default.EnvelopePaymentInformation)
            : Answer.Refused(404, "track_id", "There is no payment with this track_id."));
    }

    private static IResult Create(InvoiceRequest request, Cashier cashier, HttpRequest http)
    {
        if (InvoiceRules.Fault(request) is var (field, why))
            return Answer.Refused(400, field, why);
        var invoice = cashier.Open(InvoiceTerms.From(request));
        return Answer.Ok(
            new InvoiceCreated(
                invoice.TrackId, $"{http.Scheme}://{http.Host}/oxapay/pay/{invoice.TrackId}",
                invoice.ExpiresAt.ToUnixTimeSeconds(), invoice.CreatedAt.ToUnixTimeSeconds()),
            OxaPayJson.Default.EnvelopeInvoiceCreated);
    }
}
