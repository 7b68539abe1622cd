using System.Data;
using System.Data.Common;

namespace Lavka.Durable;

/// <summary>One open connection with the statements that are prepared on it. Used by one transaction at a time.</summary>
internal sealed class Session(DbConnection connection) : IAsyncDisposable
{
    /// <summary>Statements are constants, so a few hundred cover the whole program; somebody who composes them must not fill the memory.</summary>
    private const int MostStatements = 500;

    private readonly Dictionary<string, DbCommand> _prepared = [];

    public DbConnection Connection => connection;

    /// <summary>Something went well on it before.</summary>
    public bool IsProven { get; set; }

    /// <summary>A commit is on its way: if it fails now, nobody knows whether it counts.</summary>
    public bool IsCommitting { get; set; }

    /// <summary>Work that would not end was left behind on it.</summary>
    public bool IsHaunted { get; set; }

    public bool IsUsable => !IsHaunted && connection.State is ConnectionState.Open;

    public DbCommand Prepared(string sql)
    {
        if (_prepared.TryGetValue(sql, out var command)) return command;
        if (_prepared.Count == MostStatements) Forget();
        command = connection.CreateCommand();
        command.CommandText = sql;
        return _prepared[sql] = command;
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }

    private void Forget()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }
}
