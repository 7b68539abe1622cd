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
    private readonly List<Action> _afterCommit = [];

    internal StoreTransaction(Store store, Session session, DbTransaction inner)
    {
        (_store, _session, Inner) = (store, session, inner);
        Now = DateTimeOffset.FromUnixTimeMilliseconds(store.Clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    public DbConnection Connection => _session.Connection;

    public DbTransaction Inner { get; }

    public Dialect Dialect => _store.Dialect;

    public TimeProvider Clock => _store.Clock;

    /// <summary>When the transaction began: UTC, whole milliseconds, so that what is read back equals what was written.</summary>
    public DateTimeOffset Now { get; }

    internal Store Store => _store;

    internal bool IsOpen { get; private set; } = true;

    /// <summary>
    /// A statement with named values: <c>@id</c> in the text, <c>("id", 7)</c> beside it.
    /// A time is written as UTC milliseconds, an enum by its name, null as NULL.
    /// </summary>
    public Statement Sql(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Check();
        return new(Filled(_session.Prepared(text), values));
    }

    /// <summary>The same as a plain command, for what <see cref="Sql"/> cannot do; the caller disposes it.</summary>
    public DbCommand Command(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        return Filled(command, values);
    }

    /// <summary>
    /// Runs after a successful commit and never otherwise: a wake-up, not work. The same action runs once. It must be quick and
    /// must not throw; a crash may swallow it.
    /// </summary>
    public void AfterCommit(Action action)
    {
        if (!_afterCommit.Contains(action)) _afterCommit.Add(action);
    }

    internal void Close() => IsOpen = false;

    /// <summary>Its work is left behind: the connection is not used by anybody else again.</summary>
    internal void Abandon()
    {
        IsOpen = false;
        _session.IsHaunted = true;
    }

    internal void Committed()
    {
        foreach (var action in _afterCommit) action();
    }

    private DbCommand Filled(DbCommand command, ReadOnlySpan<(string Name, object? Value)> values)
    {
        Check();
        command.Transaction = Inner;
        // A prepared command keeps its parameters: only their values change.
        if (command.Parameters.Count != values.Length) Declare(command, values);
        for (var at = 0; at < values.Length; at++)
        {
            if (!string.Equals(command.Parameters[at].ParameterName, values[at].Name, StringComparison.Ordinal)) Declare(command, values);
            command.Parameters[at].Value = Stored(values[at].Value);
        }
        return command;
    }

    private static void Declare(DbCommand command, ReadOnlySpan<(string Name, object? Value)> values)
    {
        // Whatever was prepared with other parameters is forgotten with the text.
        var text = command.CommandText;
        (command.CommandText, command.CommandText) = ("", text);
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, Stored(value));
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>PostgreSQL keeps neither the character zero nor half a character; whoever sends them must not stop his chat.</summary>
    private static string Sound(string text) => text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') || text.Contains('\0')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD')
        : text;

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
        _ => value,
    };
}
