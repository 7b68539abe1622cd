using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Lavka.Durable;

/// <summary>
/// The connection by which one program holds locks among those that share a database. Locks are the session's: when the connection dies, for whatever reason, all of
/// them are free (postgresql.org/docs/current/explicit-locking.html, advisory locks). Somebody has to call <see cref="Prove"/> every few seconds.
/// </summary>
/// <param name="dialect">Opens connections.</param>
/// <param name="searchPath">Two Lavkas in two schemas of one database have nothing to do with each other.</param>
/// <param name="clock">By which a proof grows old.</param>
internal sealed class PostgresNode(PostgresDialect dialect, string searchPath, TimeProvider clock) : IAsyncDisposable
{
    public const string Channel = "lavka_news";

    /// <summary>Stands before the bot and the chat in a piece of news that tells of a chat; no node's name looks like it.</summary>
    public const string Recalled = "chat";

    /// <summary>A connection that is silent for longer is lost for us, before the server gives our locks away.</summary>
    private const int Patience = 2;

    /// <summary>
    /// A program that stands still (stopped, frozen with its container) keeps its connection alive, and with it its locks: the server ends a session that asks nothing
    /// for five seconds. PostgreSQL 13 does not know how; whoever has set a time himself knows why. A piece of news that a crash swallows costs a second or two and is
    /// worth no wait for the disk.
    /// </summary>
    private const string Session = """
        set synchronous_commit = off;
        select set_config('idle_session_timeout', '5s', false) where current_setting('idle_session_timeout', true) = '0'
        """;

    /// <summary>Shorter than the time after which the server may give our locks away.</summary>
    private static readonly TimeSpan Sure = TimeSpan.FromSeconds(4);

    private readonly SemaphoreSlim _turn = new(1);
    private NpgsqlConnection? _connection;
    private CancellationTokenSource _lost = new();
    private bool _isClosed;
    private long _proven = long.MinValue;

    /// <summary>The locks are ours as surely as one can know: the server has answered a moment ago.</summary>
    public bool IsSure => Interlocked.Read(ref _proven) is var proven and not long.MinValue && clock.GetElapsedTime(proven) < Sure;

    /// <summary>A connection that listens to the news of others.</summary>
    public async Task<NpgsqlConnection> Listen(CancellationToken ct) => await dialect.Open($"listen {Channel}", ct);

    /// <returns>The token that is cancelled when the lock may be lost; null when another program holds it.</returns>
    public Task<CancellationToken?> Take(string seat, CancellationToken ct) => Take(KeyOf(seat), ct);

    /// <inheritdoc cref="Take(string, CancellationToken)"/>
    public Task<CancellationToken?> Take(long key, CancellationToken ct) =>
        Ask<CancellationToken?>($"select pg_try_advisory_lock({key})", answer => answer is true ? _lost.Token : null, ct);

    public Task<bool> Release(string seat, CancellationToken ct) => Ask($"select pg_advisory_unlock({KeyOf(seat)})", _ => true, ct);

    /// <summary>It is used for a look at the server's clock.</summary>
    public Task<bool> Prove(CancellationToken ct) => Ask(async command =>
    {
        await dialect.Look(command, CancellationToken.None);
        return true;
    }, ct);

    /// <summary>Tells the other programs that there is something new.</summary>
    public Task<bool> Tell(string who, CancellationToken ct) => Ask($"select pg_notify('{Channel}', '{who}')", _ => true, ct);

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync();
        _isClosed = true;
        await Lose();
        _turn.Release();
    }

    private Task<T> Ask<T>(string question, Func<object?, T> read, CancellationToken ct) => Ask(async command =>
    {
        command.CommandText = question;
        return read(await command.ExecuteScalarAsync(CancellationToken.None));
    }, ct);

    private async Task<T> Ask<T>(Func<NpgsqlCommand, Task<T>> ask, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _connection ??= await dialect.Open(Session, ct);
            var asked = clock.GetTimestamp();
            await using var command = _connection.CreateCommand();
            command.CommandTimeout = Patience;
            var answer = await ask(command);
            Interlocked.Exchange(ref _proven, asked);
            return answer;
        }
        catch (Exception e) when (dialect.FaultIn(e) is not null)
        {
            await Lose();
            throw dialect.FaultIn(e)!;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task Lose()
    {
        if (_connection is null) return;
        Interlocked.Exchange(ref _proven, long.MinValue);
        var (connection, lost) = (_connection, _lost);
        (_connection, _lost) = (null, new CancellationTokenSource());
        await lost.CancelAsync();
        await connection.DisposeAsync();
    }

    private long KeyOf(string seat) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{searchPath}/{seat}")));
}
