using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Lavka.Talk;
using Microsoft.Extensions.Logging;

namespace Lavka.Shops.Shipping;

/// <summary>
/// ShipStation over HTTP. Nothing is repeated and nothing is kept here, not even the list of carriers: repetition is the job's business.
/// Every call throws <see cref="CarrierUnavailable"/> when its outcome is unknown. <paramref name="http"/> brings its own time limit (spec 4.1.4: 30 s).
/// </summary>
public sealed class CarrierClient(HttpClient http, CarrierSettings settings, TimeProvider clock, ILogger<CarrierClient> logger)
{
    private const int LargestPdf = 5 * 1024 * 1024;

    /// <summary>How long a rate is taken to be good (spec decision 9).</summary>
    private static readonly TimeSpan RatesAreGood = TimeSpan.FromHours(1);

    /// <summary>The account's key, to be shown to the owner: its last four characters.</summary>
    public string MaskedKey => settings.MaskedKey;

    public async Task<IReadOnlyList<CarrierAccount>> Carriers(CancellationToken ct)
    {
        var (status, body) = await Call(HttpMethod.Get, "carriers", null, ct);
        return CarrierWire.ReadCarriers(status, body);
    }

    /// <summary>The rates of a shipment in the customer's words: what the order's dialog asks for.</summary>
    public async Task<Found<Offers>> Quote(Shipment shipment, CancellationToken ct) => (await Rates(shipment, ct)).Told();

    /// <summary>The same as a closed result, for those who also have to tell the owner.</summary>
    public async Task<Quotation> Rates(Shipment shipment, CancellationToken ct)
    {
        var expires = clock.GetUtcNow() + RatesAreGood;
        var carriers = (await Carriers(ct)).Where(carrier => RateFilter.IsShown(carrier.Code)).ToList();
        if (carriers.Count == 0)
        {
            logger.LogWarning("No rates can be offered: the account at {Carrier} has no carriers", settings);
            return new Quotation.NoCarriers();
        }
        var (status, body) = await Call(HttpMethod.Post, "rates", CarrierWire.WriteRates(carriers, shipment, settings), ct);
        var quotation = CarrierWire.ReadRates(status, body, expires);
        if (quotation is Quotation.NoRates { Why: var why }) logger.LogWarning("No rate was offered by {Count} carriers: {Why}", carriers.Count, why);
        return quotation;
    }

    public async Task<LabelOutcome> Buy(BuyLabel request, CancellationToken ct)
    {
        var (status, body) = await Call(HttpMethod.Post, "labels", CarrierWire.WriteLabel(request, settings), ct);
        return CarrierWire.ReadPurchase(status, body);
    }

    /// <summary>The label that was bought under our id; null when there is none that can be used.</summary>
    public async Task<Label?> Find(string externalId, CancellationToken ct)
    {
        var (status, body) = await Call(HttpMethod.Get, "labels/external_shipment_id/" + Uri.EscapeDataString(externalId), null, ct);
        return CarrierWire.ReadFound(status, body);
    }

    /// <summary>The PDF of a label, at most 5 MB. Its address is the vendor's word and may be on another host: our key is not sent there.</summary>
    public async Task<byte[]> Download(string url, CancellationToken ct)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
            throw new CarrierUnavailable("The label's address is not one of the web");
        using var call = new HttpRequestMessage(HttpMethod.Get, address);
        return await Send(call, HttpCompletionOption.ResponseHeadersRead, ReadPdf, ct);
    }

    private async Task<(HttpStatusCode Status, string Body)> Call(HttpMethod method, string path, string? body, CancellationToken ct)
    {
        using var call = new HttpRequestMessage(method, settings.Address(path));
        call.Headers.Add("API-Key", settings.ApiKey);
        if (body is not null) call.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await Send(
            call, HttpCompletionOption.ResponseContentRead, async (answer, stop) => (answer.StatusCode, await answer.Content.ReadAsStringAsync(stop)), ct);
    }

    private async Task<T> Send<T>(
        HttpRequestMessage call, HttpCompletionOption completion, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken ct)
    {
        try
        {
            using var answer = await http.SendAsync(call, completion, ct);
            return await read(answer, ct);
        }
        catch (HttpRequestException fault)
        {
            throw new CarrierUnavailable($"The carrier cannot be reached: {fault.HttpRequestError}", fault);
        }
        catch (OperationCanceledException fault) when (!ct.IsCancellationRequested)
        {
            throw new CarrierUnavailable("The carrier did not answer in time", fault);
        }
    }

    private static async Task<byte[]> ReadPdf(HttpResponseMessage answer, CancellationToken ct)
    {
        if (!answer.IsSuccessStatusCode) throw new CarrierUnavailable($"The label's address answered {(int)answer.StatusCode}");
        await answer.Content.LoadIntoBufferAsync(LargestPdf, ct);
        var pdf = await answer.Content.ReadAsByteArrayAsync(ct);
        return pdf.AsSpan().StartsWith("%PDF"u8) ? pdf : throw new CarrierUnavailable("What the label's address gives is not a PDF");
    }
}
