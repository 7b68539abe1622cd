namespace Lavka.Durable;

/// <summary>
/// Bytes that belong to an order or a message and share its transaction: a label exists exactly when the purchase that bought it does.
/// They are never pruned.
/// </summary>
public static class Files
{
    /// <returns>The id under which the file is found.</returns>
    public static async Task<string> Keep(StoreTransaction tx, ReadOnlyMemory<byte> content, string name, string mediaType, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(tx.Now).ToString("N");
        await tx.Sql("insert into files (id, name, media_type, content, added_at) values (@id, @name, @media_type, @content, @now)",
            ("id", id), ("name", name), ("media_type", mediaType), ("content", content), ("now", tx.Now)).Run(ct);
        return id;
    }

    public static Task<StoredFile?> Load(StoreTransaction tx, string id, CancellationToken ct) =>
        tx.Sql("select name, media_type, content, added_at from files where id = @id", ("id", id))
            .First(row => new StoredFile(id, row.Text(0), row.Text(1), row.Bytes(2), row.Time(3)), ct);
}
