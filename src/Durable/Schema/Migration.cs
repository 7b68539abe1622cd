namespace Lavka.Durable;

/// <summary>Applies the files of the rooms that a database does not have yet, inside the caller's transaction: all of them or none.</summary>
internal static class Migration
{
    public static async Task Apply(StoreTransaction tx, IReadOnlyList<Schema> rooms, CancellationToken ct)
    {
        await tx.Sql("""
            create table if not exists schema_files (
              room text not null, number bigint not null, name text not null, hash text not null, applied_at bigint not null,
              primary key (room, number))
            """).Run(ct);
        foreach (var room in rooms)
        {
            var files = room.On(tx.Dialect.Engine);
            var applied = await tx.Sql("select number, name, hash from schema_files where room = @room", ("room", room.Room))
                .All(row => (Number: row.Int(0), Name: row.Text(1), Hash: row.Text(2)), ct);
            foreach (var (number, name, hash) in applied)
            {
                if (number > files.Count)
                    throw new SchemaMismatch(
                        $"The database is newer than this program: {room.Room} has {name}, which this version does not know. "
                        + "Start the newer version, or restore a backup made before it.");
                if (files[number - 1] is var file && !string.Equals(file.Hash, hash, StringComparison.Ordinal))
                    throw new SchemaMismatch(
                        $"{room.Room}/{file.Name} was changed after it had been applied to this database. "
                        + "Put the released file back and make the change in a new file.");
            }
            foreach (var file in files.Where(file => applied.All(old => old.Number != file.Number))) await Apply(tx, room, file, ct);
        }
    }

    private static async Task Apply(StoreTransaction tx, Schema room, SchemaFile file, CancellationToken ct)
    {
        await using (var command = tx.Command(file.Sql))
        {
            // A large table takes its time.
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }
        await tx.Sql("insert into schema_files (room, number, name, hash, applied_at) values (@room, @number, @name, @hash, @now)",
            ("room", room.Room), ("number", file.Number), ("name", file.Name), ("hash", file.Hash), ("now", tx.Now)).Run(ct);
    }
}
