using Lavka.Bench.Stands;

namespace Lavka.Bench.Load;

/// <summary>All connections of the messenger to a bot; disposing of them breaks off what is under way.</summary>
internal sealed class WebhookLines : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _lines;

    public WebhookLines(int connections, Uri hook, Crowd crowd, UpdateNumbers numbers, TimeSpan? pace = null) =>
        _lines = [.. Enumerable.Range(0, connections).Select(_ => new WebhookLine(hook, Contestant.Secret, crowd, numbers, pace).Run(_stop.Token))];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_lines);
        _stop.Dispose();
    }
}
