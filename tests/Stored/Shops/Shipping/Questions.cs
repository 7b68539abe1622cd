using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Lavka.Kit;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lavka.Stored.Shops.Shipping;

/// <summary>Every statement that one store is asked from now on, those of EF Core among them.</summary>
internal sealed class Questions : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly TempStore _store;

    public Questions(TempStore store)
    {
        _store = store;
        store.Store.WhenAsked(_asked.Enqueue);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> All => [.. _asked];

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command: { Connection: { } connection } command } && value.Key == RelationalEventId.CommandExecuting.Name && IsOurs(connection))
            _asked.Enqueue(command.CommandText);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }

    /// <summary>Other tests in this process have stores of their own.</summary>
    private bool IsOurs(DbConnection connection) => _store.Database.Contains(TestEngine.IsPostgres ? connection.Database : connection.DataSource, StringComparison.Ordinal);

    private static class DbLoggerCategory
    {
        public const string Name = "Microsoft.EntityFrameworkCore";
    }
}
