using System.Collections.Concurrent;
using System.Data.Common;

namespace Lavka.Durable;

/// <summary>
/// A few connections that stay open, each used by one at a time; whoever finds all of them taken waits, in the order of arrival. A connection that was lost while it
/// lay idle is replaced without anybody noticing.
/// </summary>
internal sealed class Sessions(int most, Dialect dialect, Func<CancellationToken, Task<DbConnection>> open, bool keepPlans = false) : IAsyncDisposable
{
    private readonly SemaphoreSlim _free = new(most);
    private readonly ConcurrentBag<Session> _idle = [];

    public async Task<T> Use<T>(Func<Session, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await _free.WaitAsync(ct);
        try
        {
            while (true)
            {
                var session = _idle.TryTake(out var idle) ? idle : new Session(await open(ct), dialect, keepPlans);
                var isWhole = false;
                try
                {
                    await session.Renew(ct);
                    var result = await work(session, ct);
                    session.Prove();
                    isWhole = true;
                    return result;
                }
                catch (Exception e) when (session is { IsProven: true, IsCommitting: false } && dialect.FaultIn(e) is { Kind: StoreFaultKind.Unreachable })
                {
                    // The server was started anew meanwhile: nothing happened, and the other idle ones are as dead.
                    await CloseIdle();
                }
                catch (OperationCanceledException)
                {
                    // Npgsql may believe of a statement that was cancelled while it was being prepared that it is prepared now.
                    throw;
                }
                catch (Exception e) when (dialect.FaultIn(e) is null || dialect.AttemptsAfter(e) > 1)
                {
                    // The work's own exception, or a race that it lost.
                    isWhole = true;
                    throw;
                }
                finally
                {
                    // A connection that met a fault or was interrupted is in an unknown state; the next one begins anew.
                    if (isWhole && session.IsUsable) _idle.Add(session);
                    else if (session.IsHaunted) _ = session.Exorcise();
                    else await session.DisposeAsync();
                }
            }
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Waits for those in use.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var session = 0; session < most; session++) await _free.WaitAsync();
        await CloseIdle();
        _free.Dispose();
    }

    private async Task CloseIdle()
    {
        while (_idle.TryTake(out var session)) await session.DisposeAsync();
    }
}
