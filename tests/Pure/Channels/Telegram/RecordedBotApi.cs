using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Lavka.Channels.Telegram;

namespace Lavka.Pure.Channels.Telegram;

/// <summary>Stands in for Telegram's server: keeps what was called and answers as the test says.</summary>
internal sealed class RecordedBotApi(Func<RecordedBotApi.Call, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    public const string Token = "42:secret-part";

    public RecordedBotApi(int status, string body) : this((_, _) => Task.FromResult(Answer(status, body)))
    {
    }

    public ConcurrentQueue<Call> Calls { get; } = [];

    public BotApi Bot(TimeProvider? clock = null) => new(new HttpClient(this), new Uri("http://bot.api"), new BotToken(Token), clock ?? TimeProvider.System);

    public static HttpResponseMessage Answer(int status, string body) => new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage Ok(string result) => Answer(200, $$"""{"ok":true,"result":{{result}}}""");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var method = request.RequestUri!.AbsolutePath.Split('/')[^1];
        var body = await request.Content!.ReadAsStringAsync(ct);
        var call = new Call(method, request.RequestUri.ToString(), body, request.Content.Headers.ContentType?.ToString() ?? "");
        Calls.Enqueue(call);
        return await answer(call, ct);
    }

    internal sealed record Call(string Method, string Address, string Body, string ContentType);
}
