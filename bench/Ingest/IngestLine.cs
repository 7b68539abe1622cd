using System.Diagnostics;
using Lavka.Bench.Load;

namespace Lavka.Bench.Ingest;

/// <summary>
/// Delivers over one connection as a messenger does on a bad day: one update of ten is delivered again although it was taken, one of a hundred comes first with a wrong
/// secret, and what was not acknowledged is delivered until it is.
/// </summary>
internal sealed class IngestLine(Uri hook, string secret, Writers writers, UpdateNumbers numbers)
{
    private const int Repeated = 10;
    private const int Forged = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task Run(CancellationToken ct)
    {
        using var connection = new WebhookConnection(hook);
        try
        {
            for (var count = 1; await writers.Free.WaitToReadAsync(ct); count++)
            {
                if (!writers.Free.TryRead(out var writer)) continue;
                var update = numbers.Update(writer.Chat, writer.Text);
                if (count % Forged == 0 && IsTaken(await connection.Post(connection.Request(update, secret + "-not"), ct))) writers.Forge();
                var request = connection.Request(update, secret);
                var begun = Stopwatch.GetTimestamp();
                await Deliver(connection, request, ct);
                writers.Taken(writer, Stopwatch.GetElapsedTime(begun));
                if (count % Repeated == 0) await Deliver(connection, request, ct);
                writers.Release(writer);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot is stopped.
        }
    }

    private async Task Deliver(WebhookConnection connection, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        while (!IsTaken(await connection.Post(request, ct)))
        {
            numbers.Refuse();
            await Task.Delay(Pause, TimeProvider.System, ct);
        }
    }

    private static bool IsTaken(int status) => status is >= 200 and < 300;
}
