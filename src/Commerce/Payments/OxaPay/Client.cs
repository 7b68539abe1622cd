using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Lavka.Commerce.OxaPay;

/// <summary>
/// OxaPay over HTTP. Calls are not repeated here: that is the job's business. <paramref name="http"/> brings its own time limit;
/// running into it is <c>Unavailable</c>, not an exception.
/// </summary>
public sealed class Client(HttpClient http, OxaPaySettings settings) : IPaymentProvider
{
    public string Name => "oxapay";

    public async Task<Invoice> CreateInvoice(InvoiceRequest request, CancellationToken ct)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, settings.Address("payment/invoice"))
        {
            Content = new StringContent(Wire.WriteInvoice(request, settings), Encoding.UTF8, new MediaTypeHeaderValue("application/json")),
        };
        return await Send(call, Wire.ReadInvoice, why => new Invoice.Unavailable(why), ct);
    }

    public async Task<Inquiry> Inquire(string trackId, CancellationToken ct)
    {
        using var call = new HttpRequestMessage(HttpMethod.Get, settings.Address("payment/" + Uri.EscapeDataString(trackId)));
        return await Send(call, Wire.ReadInquiry, why => new Inquiry.Unavailable(why), ct);
    }

    public Notification VerifyNotification(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        var signature = headers.FirstOrDefault(header => header.Key.Equals(Wire.SignatureHeader, StringComparison.OrdinalIgnoreCase)).Value;
        return Wire.ReadNotification(signature, body.Span, settings.MerchantKey);
    }

    private async Task<T> Send<T>(HttpRequestMessage call, Func<HttpStatusCode, string, T> read, Func<string, T> unavailable, CancellationToken ct)
    {
        call.Headers.Add("merchant_api_key", settings.MerchantKey);
        try
        {
            using var answer = await http.SendAsync(call, ct);
            return read(answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (HttpRequestException fault)
        {
            return unavailable($"OxaPay cannot be reached: {fault.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return unavailable("OxaPay did not answer in time");
        }
    }
}
