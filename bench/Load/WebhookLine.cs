namespace Lavka.Bench.Load;

/// <summary>
/// Delivers what people write over one connection: one update at a time, and an update that was not acknowledged is delivered again, as Telegram does. It goes on until the
/// crowd ends. With a <paramref name="pace"/> it begins one update in so much time and no more.
/// </summary>
internal sealed class WebhookLine(Uri hook, string secret, Crowd crowd, UpdateNumbers numbers, TimeSpan? pace)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task Run(CancellationToken ct)
    {
        using var connection = new WebhookConnection(hook);
        using var tick = pace is { } length ? new PeriodicTimer(length) : null;
        try
        {
            await foreach (var person in crowd.Ready.ReadAllAsync(ct))
            {
                var request = connection.Request(numbers.Update(person.Chat, person.Write()), secret);
                while (await connection.Post(request, ct) is not (>= 200 and < 300))
                {
                    numbers.Refuse();
                    await Task.Delay(Pause, TimeProvider.System, ct);
                }
                crowd.Acknowledged(person);
                if (tick is not null) await tick.WaitForNextTickAsync(ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The bot is stopped; whoever waits is counted.
        }
    }
}
