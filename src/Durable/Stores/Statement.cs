using System.Data.Common;

namespace Lavka.Durable;

/// <summary>
/// One SQL statement with its values, to be run once inside its transaction. It stays prepared on its connection,
/// so the text must be a constant: everything that varies is a value.
/// </summary>
public readonly struct Statement
{
    private readonly DbCommand _command;

    internal Statement(DbCommand command) => _command = command;

    /// <returns>The number of rows that were changed.</returns>
    public Task<int> Run(CancellationToken ct) => _command.ExecuteNonQueryAsync(ct);

    /// <returns>The first row, or null (for a value type its default) when there is none.</returns>
    public async Task<T?> First<T>(Func<Row, T> read, CancellationToken ct)
    {
        await using var reader = await _command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? read(new Row(reader)) : default;
    }

    /// <returns>All rows in the statement's order; the result is read to its end before the task completes.</returns>
    public async Task<IReadOnlyList<T>> All<T>(Func<Row, T> read, CancellationToken ct)
    {
        var rows = new List<T>();
        await using var reader = await _command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) rows.Add(read(new Row(reader)));
        return rows;
    }
}
