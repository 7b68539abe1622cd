using System.Data.Common;
using System.Text;

namespace Lavka.Durable;

/// <summary>
/// Everything that is done through it is committed together or not at all. It lives as long as the work it was handed to and serves one statement at a time.
/// EF Core and other readers of ADO.NET join it through <see cref="Connection"/> and <see cref="Inner"/>; they never commit.
/// </summary>
public sealed class StoreTransaction
{
    private readonly Session _session;
    private readonly Store _store;
    private readonly Func<DbTransaction>? _begin;
    private readonly List<Action> _afterCommit = [];
    private readonly List<OutboxRow> _said = [];
    private readonly List<(ChatKey Chat, long Seq, string MessageId)> _sent = [];
    private DbTransaction? _inner;
    private bool _hasAsked;

    /// <param name="store">Where it is.</param>
    /// <param name="session">Nobody else's until it is over.</param>
    /// <param name="begin">Null when its only statement is the transaction.</param>
    internal StoreTransaction(Store store, Session session, Func<DbTransaction>? begin)
    {
        (_store, _session, _begin) = (store, session, begin);
        Now = DateTimeOffset.FromUnixTimeMilliseconds(store.Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    public DbConnection Connection => _session.Connection;

    public DbTransaction Inner => _inner ??= _begin?.Invoke() ?? throw new InvalidOperationException("This work was said to be one statement and may not do more.");

    public Dialect Dialect => _store.Dialect;

    public TimeProvider Clock => _store.Clock;

    /// <summary>When the transaction began: UTC, whole milliseconds, so that what is read back equals what was written.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What all programs on this store take for now (<see cref="Store.Now"/>): by it they agree on what is over.</summary>
    public DateTimeOffset SharedNow => _store.Now;

    /// <summary>It sees one state and writes nothing: what was read in it once is true to its end.</summary>
    public bool IsSnapshot { get; init; }

    internal Store Store => _store;

    internal bool IsOpen { get; private set; } = true;

    /// <summary>
    /// A statement with named values: <c>@id</c> in the text, <c>("id", 7)</c> beside it.
    /// A time is written as UTC milliseconds, an enum by its name, null as NULL.
    /// </summary>
    public Statement Sql(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Check();
        _store.Asked(text);
        var command = _session.Prepared(text, values);
        command.Transaction = Joined();
        for (var at = 0; at < values.Length; at++) command.Parameters[at].Value = Stored(values[at].Value);
        return new(command);
    }

    /// <summary>The same as a plain command, for what <see cref="Sql"/> cannot do; the caller disposes it.</summary>
    public DbCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Check();
        _store.Asked(text);
        var command = Connection.CreateCommand();
        (command.CommandText, command.Transaction) = (text, Joined());
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Stored(value));
            command.Parameters.Add(parameter);
        }
        return command;
    }

    /// <summary>The exception says that something was to be written where it cannot be, such as on a snapshot.</summary>
    public bool IsRefusedWrite(Exception exception) => Dialect.FaultIn(exception) is { Kind: StoreFaultKind.ReadOnly };

    /// <summary>
    /// Runs after a successful commit and never otherwise: a wake-up, not work. The same action runs once. It must be quick and
    /// must not throw; a crash may swallow it.
    /// </summary>
    public void AfterCommit(Action action)
    {
        if (!_afterCommit.Contains(action)) _afterCommit.Add(action);
    }

    /// <summary>A row of the outbox that the sender is to hear of after the commit.</summary>
    internal void Said(OutboxRow row) => _said.Add(row);

    /// <summary>Where the message of a row stands, to be remembered after the commit; null when it has none.</summary>
    internal void Sent(ChatKey chat, long seq, string? messageId)
    {
        if (messageId is not null) _sent.Add((chat, seq, messageId));
    }

    internal void Close() => IsOpen = false;

    /// <summary>Gives back a snapshot, if one was taken.</summary>
    internal ValueTask End() => _inner?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Its work is left behind: the connection is not used by anybody else again.</summary>
    internal void Abandon(Task work)
    {
        IsOpen = false;
        _session.Left = work;
    }

    internal void Committed()
    {
        foreach (var (chat, seq, messageId) in _sent) _store.Sent.Keep(chat, seq, messageId);
        if (_said.Count > 0) _store.MailCommitted(_said, Now);
        foreach (var action in _afterCommit) action();
    }

    /// <summary>PostgreSQL keeps neither the character zero nor half a character; whoever sends them must not stop his chat.</summary>
    private static string Sound(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
        : text;

    private DbTransaction? Joined()
    {
        if (_begin is null && !_hasAsked)
        {
            _hasAsked = true;
            return null;
        }
        return Inner;
    }

    private void Check()
    {
        if (!IsOpen) throw new InvalidOperationException("The transaction is over: its statements belong inside the work that it was handed to.");
    }

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset time => time.ToUnixTimeMilliseconds(),
        Enum named => named.ToString(),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        string text => Sound(text),
        string?[] texts => Array.ConvertAll(texts, text => text is null ? null : Sound(text)),
        _ => value,
    };
}
