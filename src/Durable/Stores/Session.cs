using System.Data;
using System.Data.Common;
using System.Diagnostics;

namespace Lavka.Durable;

/// <summary>One open connection with the statements that are prepared on it. Used by one transaction at a time.</summary>
internal sealed class Session(DbConnection connection, Dialect dialect, bool keepsPlans) : IAsyncDisposable
{
    /// <summary>Statements are constants, so a few hundred cover the whole program; somebody who composes them must not fill the memory.</summary>
    private const int MostStatements = 500;

    private static readonly TimeSpan PlansAge = TimeSpan.FromSeconds(5);

    /// <summary>No statement may take longer.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan Idleness = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, (DbCommand Command, string[] Names)> _prepared = [];

    // The machine's time, not the shop's.
    private long _planned = TimeProvider.System.GetTimestamp();
    private long? _proven;

    public DbConnection Connection => connection;

    /// <summary>Something went well on it before.</summary>
    public bool IsProven => _proven is not null;

    /// <summary>Something went well on it just now, so it is hardly lost.</summary>
    public bool IsFresh => _proven is { } at && TimeProvider.System.GetElapsedTime(at) < Idleness;

    /// <summary>A commit is on its way: if it fails now, nobody knows whether it counts.</summary>
    public bool IsCommitting { get; set; }

    /// <summary>Work that would not end and was left behind on it.</summary>
    public Task? Left { get; set; }

    public bool IsHaunted => Left is not null;

    public bool IsUsable => !IsHaunted && connection.State is ConnectionState.Open;

    public void Prove() => _proven = TimeProvider.System.GetTimestamp();

    /// <summary>Makes it ready for the next transaction. Tables grow: how a statement is best run is decided anew after a while.</summary>
    public async ValueTask Renew(CancellationToken ct)
    {
        IsCommitting = false;
        if (!keepsPlans || TimeProvider.System.GetElapsedTime(_planned) < PlansAge) return;
        await dialect.ForgetPlans(connection, ct);
        _planned = TimeProvider.System.GetTimestamp();
    }

    /// <summary>The command of a statement, with a place for each of these values.</summary>
    /// <exception cref="InvalidOperationException">The same text was used before with other names, or with the same ones in another order.</exception>
    public DbCommand Prepared(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out var known))
        {
            if (_prepared.Count == MostStatements) Forget();
            _prepared[sql] = known = New(sql, values);
        }
        var isSame = known.Names.Length == values.Length;
        for (var at = 0; isSame && at < values.Length; at++) isSame = known.Names[at] == values[at].Name;
        return isSame ? known.Command : throw new InvalidOperationException($"The values of a statement keep their names and their order: {sql}");
    }

    /// <summary>
    /// Closes it as soon as the statement that is under way on it has ended or was given up, which the work that was left behind was told to do: two at once on one
    /// connection would leave it open for ever, with all its locks.
    /// </summary>
    public async Task Exorcise()
    {
        for (var began = Stopwatch.GetTimestamp(); !Left!.IsCompleted && dialect.IsBusy(connection) && Stopwatch.GetElapsedTime(began) < LongestStatement;)
            await Task.WhenAny(Left, Task.Delay(Glance, TimeProvider.System));
        await DisposeAsync();
    }

    public ValueTask DisposeAsync()
    {
        Forget();
        return connection.DisposeAsync();
    }

    private (DbCommand, string[]) New(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = connection.CreateCommand();
        var names = new string[values.Length];
        for (var at = 0; at < values.Length; at++)
        {
            names[at] = values[at].Name;
            var parameter = command.CreateParameter();
            if (!dialect.CountsParameters) parameter.ParameterName = names[at];
            command.Parameters.Add(parameter);
        }
        command.CommandText = dialect.Written(sql, names);
        return (command, names);
    }

    private void Forget()
    {
        foreach (var (command, _) in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }
}
