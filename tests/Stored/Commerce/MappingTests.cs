using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>The tables are written by hand and the mapping in C#: this is what keeps them the same.</summary>
public sealed class MappingTests
{
    private const string OfSqlite = "select name, type, \"notnull\", pk from pragma_table_info(@table)";

    private const string OfPostgres = """
        select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::int, coalesce((
          select 1 from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)), 0)
        from pg_attribute a where a.attrelid = to_regclass(@table) and a.attnum > 0 and not a.attisdropped
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task mapping_and_tables_agree()
    {
        await using var temp = await Ledgers.Open();
        (await Differences(temp)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("alter table payments drop column paid_at", "payments.paid_at is mapped and is no column")]
    [InlineData("alter table orders add column colour text not null default ''", "orders.colour is a column and is not mapped")]
    [InlineData("alter table customers rename column language to tongue", "customers.language is mapped and is no column")]
    [InlineData("alter table customers drop column blocked_at; alter table customers add column blocked_at text", "customers.blocked_at is text, mapped as bigint")]
    [InlineData("alter table payments drop column pay_url; alter table payments add column pay_url text not null default ''", "payments.pay_url is text not null, mapped as text")]
    public async Task a_difference_is_found(string crime, string difference)
    {
        await using var temp = await Ledgers.Open();
        await temp.Store.Write(async (tx, ct) =>
        {
            await using var command = tx.Command(crime);
            await command.ExecuteNonQueryAsync(ct);
        }, Ct);
        (await Differences(temp)).ShouldContain(difference);
    }

    private static Task<List<string>> Differences(TempStore temp) => temp.Store.Read(async (tx, ct) =>
    {
        await using var db = CommerceDb.Join(tx);
        var differences = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            var table = entity.GetTableName()!;
            var columns = await Columns(tx, table, ct);
            var mapped = entity.GetProperties().ToDictionary(property => property.GetColumnName(), StringComparer.Ordinal);
            differences.AddRange(mapped.Keys.Except(columns.Keys).Select(column => $"{table}.{column} is mapped and is no column"));
            differences.AddRange(columns.Keys.Except(mapped.Keys).Select(column => $"{table}.{column} is a column and is not mapped"));
            differences.AddRange(mapped.Where(pair => columns.TryGetValue(pair.Key, out var column) && column != Expected(pair.Value))
                .Select(pair => $"{table}.{pair.Key} is {columns[pair.Key]}, mapped as {Expected(pair.Value)}"));
        }
        return differences;
    }, Ct);

    private static async Task<Dictionary<string, Column>> Columns(StoreTransaction tx, string table, CancellationToken ct) =>
        (await tx.Sql(TestEngine.IsSqlite ? OfSqlite : OfPostgres, ("table", table))
            .All(row => (Name: row.Text(0), Column: new Column(row.Text(1).ToLowerInvariant(), row.Flag(2) || row.Int(3) > 0, row.Int(3) > 0)), ct))
        .ToDictionary(found => found.Name, found => found.Column, StringComparer.Ordinal);

    private static Column Expected(IProperty property) => new(
        (property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType) is var type && (type == typeof(long) || type == typeof(long?)) ? "bigint"
            : type == typeof(string) ? "text" : type.Name,
        !property.IsNullable, property.IsPrimaryKey());

    private sealed record Column(string Type, bool IsRequired, bool IsKey)
    {
        public override string ToString() => Type + (IsKey ? " key" : IsRequired ? " not null" : "");
    }
}
