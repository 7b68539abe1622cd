using Lavka.Simulator.OxaPay.Invoices;
using Lavka.Simulator.OxaPay.Wire;

namespace Lavka.Simulator.OxaPay.Page;

/// <summary>The page where a person pays an invoice, under <c>/oxapay/pay/{track_id}</c>. Its files are part of the program, so it needs no folder beside it.</summary>
public static class PayPage
{
    public static void MapPayPage(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/oxapay/pay/{trackId}", (string trackId, InvoiceBook invoices) => invoices.Find(trackId) is null
            ? Part("missing.html", "text/html; charset=utf-8", 404)
            : Part("pay.html", "text/html; charset=utf-8"));
        routes.MapGet("/oxapay/assets/pay.css", () => Part("pay.css", "text/css; charset=utf-8"));
        routes.MapGet("/oxapay/assets/pay.js", () => Part("pay.js", "text/javascript; charset=utf-8"));

        routes.MapGet("/oxapay/pay/{trackId}/state", (string trackId, InvoiceBook invoices, TimeProvider time) =>
            State(invoices.Find(trackId), time));
        routes.MapPost("/oxapay/pay/{trackId}/coin", (string trackId, HttpContext http, Cashier cashier, TimeProvider time) =>
            StrictBody.Read(http, OxaPayJson.Default.CoinChoice, choice => Coin.Find(choice.Coin) is { } coin
                ? State(cashier.Choose(trackId, coin), time)
                : Answer.Refused(400, "coin", "is unknown")));
    }

    private static IResult State(Invoice? invoice, TimeProvider time) => invoice is null
        ? Answer.Refused(404, "track_id", "There is no such open invoice.")
        : Results.Json(PageState.Of(invoice, time.GetUtcNow()), OxaPayJson.Default.PageState);

    private static IResult Part(string name, string type, int status = 200)
    {
        using var file = typeof(PayPage).Assembly.GetManifestResourceStream(typeof(PayPage), name)
            ?? throw new InvalidOperationException($"The page's {name} is not part of the program.");
        using var reader = new StreamReader(file);
        return Results.Text(reader.ReadToEnd(), type, statusCode: status);
    }
}
