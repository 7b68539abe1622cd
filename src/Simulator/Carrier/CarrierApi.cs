using Lavka.Simulator.Carrier.Accounts;
using Lavka.Simulator.Carrier.Control;
using Lavka.Simulator.Carrier.Labels;
using Lavka.Simulator.Carrier.Paper;
using Lavka.Simulator.Carrier.Rating;
using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier;

/// <summary>
/// The calls a shop makes. Each is recorded, then checked for its key, then struck by a fault if one is planned, then answered.
/// A label's file needs no key, as with the vendor: its address is the secret.
/// </summary>
public static class CarrierApi
{
    public static void MapCarrierApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(CarrierSettings.Root)
            .AddEndpointFilter<RecordsRequests>()
            .AddEndpointFilter<WantsApiKey>()
            .AddEndpointFilter<StrikesFaults>();

        api.MapGet("/carriers", (CarrierAccounts accounts) => Answer.Ok(accounts.ToWire(), CarrierJson.Default.CarriersResponse));
        api.MapPost("/rates", (HttpContext http, RateDesk desk) =>
            StrictBody.Read(http, CarrierJson.Default.RatesRequest, desk.Quote));
        api.MapPost("/labels", (HttpContext http, LabelDesk desk) =>
            StrictBody.Read(http, CarrierJson.Default.LabelRequest, request => Told(desk.Buy(request), http)));
        api.MapGet("/labels/{labelId}", (string labelId, LabelBook labels, HttpContext http) => Shown(labels.Find(labelId), http));
        api.MapGet("/labels/external_shipment_id/{externalId}", (string externalId, LabelBook labels, HttpContext http) =>
            Shown(labels.FindExternal(externalId), http));
        api.MapPut("/labels/{labelId}/void", (string labelId, LabelDesk desk) => desk.Void(labelId) switch
        {
            { } outcome => Answer.Ok(outcome, CarrierJson.Default.VoidResponse),
            null => Answer.Refused(VendorError.NotFound("label_id", labelId)),
        });

        routes.MapGet($"{CarrierSettings.Root}/downloads/{{labelId}}.pdf", (string labelId, LabelBook labels) => labels.Find(labelId) switch
        {
            { } label => Results.File(LabelPdf.Print(label), "application/pdf", $"label-{label.TrackingNumber}.pdf"),
            null => Answer.Refused(VendorError.NotFound("label_id", labelId)),
        });
    }

    private static IResult Told(Purchase purchase, HttpContext http) => purchase switch
    {
        Purchase.Bought(var label) => Shown(label, http),
        Purchase.Refused(var errors) => Answer.Refused([.. errors]),
        _ => throw new InvalidOperationException($"A purchase ended in an unknown way: {purchase}."),
    };

    private static IResult Shown(Label? label, HttpContext http) => label is null
        ? Answer.Refused(VendorError.NotFound("label", http.Request.Path.Value!.Split('/')[^1]))
        : Answer.Ok(label.ToWire($"{http.Request.Scheme}://{http.Request.Host}{CarrierSettings.Root}"), CarrierJson.Default.LabelResponse);
}
