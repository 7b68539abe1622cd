using System.Net;

namespace Lavka.Pure.Shops.Shipping;

/// <summary>The carrier's end of the wire: gives the prepared answers in their order and keeps what was sent.</summary>
internal sealed class Network : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = [];

    public List<Sent> Calls { get; } = [];

    public Network Answers(string body, HttpStatusCode status = HttpStatusCode.OK) => Answers(new StringContent(body), status);

    public Network Answers(HttpContent content, HttpStatusCode status = HttpStatusCode.OK)
    {
        _answers.Enqueue(() => new HttpResponseMessage(status) { Content = content });
        return this;
    }

    public Network Fails(Exception fault)
    {
        _answers.Enqueue(() => throw fault);
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        Calls.Add(new Sent(
            $"{request.Method} {request.RequestUri!.AbsoluteUri}",
            request.Headers.TryGetValues("API-Key", out var keys) ? string.Join(',', keys) : null,
            request.Content is null ? null : await request.Content.ReadAsStringAsync(ct)));
        return _answers.Dequeue()();
    }

    internal sealed record Sent(string Line, string? Key, string? Body);
}
