using System.Data.Common;

namespace Lavka.Durable;

/// <summary>One row of a result, read by position. Times are UTC with milliseconds, enums are read by name.</summary>
public readonly struct Row(DbDataReader reader)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public int Int(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? LongOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public bool Flag(int column) => reader.GetInt64(column) != 0;

    public bool Bool(int column) => reader.GetBoolean(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public DateTimeOffset Time(int column) => DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    public DateTimeOffset? TimeOrNull(int column) => reader.IsDBNull(column) ? null : Time(column);

    /// <exception cref="ArgumentException">The column holds no name of <typeparamref name="T"/>: the row was written by another version of the program.</exception>
    public T Named<T>(int column) where T : struct, Enum => Enum.Parse<T>(reader.GetString(column));
}
