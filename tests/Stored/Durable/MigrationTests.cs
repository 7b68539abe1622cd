using System.Data.Common;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

public sealed class MigrationTests
{
    private static readonly SchemaFile First = new(1, "001-flats.sql",
        "create table flats (city text not null); insert into flats (city) values ('Almaty')");
    private static readonly SchemaFile Second = new(2, "002-price.sql", "alter table flats add column price bigint not null default 0");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task every_file_is_applied_once_and_new_ones_follow()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Migrate([new Schema("Flats", [First])], Ct);
        await temp.Store.Migrate([new Schema("Flats", [First, Second])], Ct);
        await temp.Store.Migrate([new Schema("Flats", [First, Second])], Ct);

        (await temp.Store.Read((tx, ct) => tx.Sql("select city, price from flats").All(row => (row.Text(0), row.Long(1)), ct), Ct)).ShouldBe([("Almaty", 0L)]);
    }

    [Fact]
    public async Task an_edited_file_is_an_error_that_names_it()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Migrate([new Schema("Flats", [First])], Ct);

        var mismatch = await Should.ThrowAsync<SchemaMismatch>(temp.Store.Migrate([new Schema("Flats", [First with { Sql = First.Sql + " " }])], Ct));

        mismatch.Message.ShouldStartWith("Flats/001-flats.sql was changed");
    }

    [Fact]
    public async Task a_database_newer_than_the_program_is_an_error_that_names_the_file()
    {
        await using var temp = await TempStore.Open();
        await temp.Store.Migrate([new Schema("Flats", [First, Second])], Ct);

        var mismatch = await Should.ThrowAsync<SchemaMismatch>(temp.Store.Migrate([new Schema("Flats", [First])], Ct));

        mismatch.Message.ShouldContain("newer than this program");
        mismatch.Message.ShouldContain("002-price.sql");
    }

    [Fact]
    public async Task a_file_that_fails_leaves_the_database_as_it_was()
    {
        await using var temp = await TempStore.Open();
        var broken = new SchemaFile(2, "002-broken.sql", "create table half (id integer); create table flats (id integer)");

        await Should.ThrowAsync<DbException>(temp.Store.Migrate([new Schema("Flats", [First, broken])], Ct));

        foreach (var table in new[] { "half", "flats" })
            await Should.ThrowAsync<DbException>(temp.Store.Read((tx, ct) => tx.Sql($"select count(*) from {table}").First(row => row.Int(0), ct), Ct));
        await temp.Store.Migrate([new Schema("Flats", [First, Second])], Ct);
    }

    [Fact, Covers("shipping:H08")]
    public async Task two_programs_that_start_together_on_an_empty_database_both_come_up_and_so_does_a_third_later()
    {
        await using var server = TestEngine.IsPostgres ? await PostgresDatabase.Create() : null;
        var folder = Directory.CreateTempSubdirectory("lavka-");
        try
        {
            var database = server?.Connection ?? $"Data Source={Path.Combine(folder.FullName, "lavka.db")}";
            await using var first = Store.Open(database, TimeProvider.System);
            await using var second = Store.Open(database, TimeProvider.System);
            await using var third = Store.Open(database, TimeProvider.System);
            IReadOnlyList<Schema> rooms = [Schema.Durable, CommerceRoom.Schema];

            await Task.WhenAll(Task.Run(() => first.Migrate(rooms, Ct), Ct), Task.Run(() => second.Migrate(rooms, Ct), Ct));
            await third.Migrate(rooms, Ct);

            foreach (var store in new[] { first, second, third }) (await store.IsReady(Ct)).ShouldBeTrue();
            var files = await third.Read((tx, ct) => tx.Sql("select count(*), count(distinct room || number) from schema_files").First(row => (row.Int(0), row.Int(1)), ct), Ct);
            var expected = rooms.Sum(room => room.On(TestEngine.Current).Count);
            files.ShouldBe((expected, expected));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact, Covers("shipping:H08")]
    public async Task two_programs_that_start_together_apply_each_file_once()
    {
        await using var temp = await TempStore.Open();
        await using var other = Store.Open(temp.Database, temp.Clock);
        var room = new Schema("Flats", [First, Second]);

        await Task.WhenAll(Task.Run(() => temp.Store.Migrate([room], Ct), Ct), Task.Run(() => other.Migrate([room], Ct), Ct));

        (await other.Read((tx, ct) => tx.Sql("select count(*) from flats").First(row => row.Int(0), ct), Ct)).ShouldBe(1);
    }

    [Fact]
    public void where_an_engine_has_a_text_of_its_own_it_takes_the_place_of_the_common_one()
    {
        var room = new Schema("Flats", [First, new SchemaFile(1, "001-flats.postgres.sql", "other", Engine.Postgres), Second]);

        room.On(Engine.Sqlite).ShouldBe([First, Second]);
        room.On(Engine.Postgres).Select(file => file.Name).ShouldBe(["001-flats.postgres.sql", "002-price.sql"]);
    }

    [Fact]
    public void a_room_without_files_is_a_mistake_of_its_author() =>
        Should.Throw<InvalidOperationException>(() => Schema.Of(typeof(Store).Assembly, "Nobody")).Message.ShouldContain("Nobody");
}
