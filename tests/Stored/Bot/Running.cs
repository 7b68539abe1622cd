using Lavka.Bot;
using Lavka.Kit;

namespace Lavka.Stored.Bot;

/// <summary>A sender at work until the end of the test, which waits for its calls.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _run;

    public Running(Sender sender) => _run = sender.Run(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Eventually.Ends(_run);
        _stop.Dispose();
    }
}
