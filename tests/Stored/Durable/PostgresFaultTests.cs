using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lavka.Durable;
using Lavka.Kit;
using Npgsql;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

/// <summary>What can be wrong with a server, and the cure that is named; the faults of a file are in <see cref="StoreFaultTests"/>.</summary>
[Covers("faults:F8")]
public sealed class PostgresFaultTests
{
    private const string Reason = "These are faults of a server.";

    private static readonly ChatKey Chat = new(new BotId("labels"), "7");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [InlineData("Port=1", "cannot be reached", "Host and Port")]
    [InlineData("Password=wrong-4711", "refuses the user or the password", "correct Username and Password")]
    [InlineData("Database=nobody_made_it", "has no such database", "create database")]
    public async Task a_server_that_lets_nobody_in_is_named_with_the_cure_and_without_the_password(string wrong, string what, string cure)
    {
        await using var store = Store.Open($"{TestEngine.Server};{wrong}", TimeProvider.System);

        var fault = await Should.ThrowAsync<StoreFault>(store.Migrate([Schema.Durable], Ct));

        fault.Kind.ShouldBe(StoreFaultKind.Unreachable);
        fault.Message.ShouldContain(what);
        fault.Message.ShouldContain(cure);
        fault.Message.ShouldNotContain("wrong-4711");
        (await store.IsReady(Ct)).ShouldBeFalse();
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task a_server_that_is_too_old_is_refused_with_the_version_that_is_needed()
    {
        using var old = new TcpListener(IPAddress.Loopback, 0);
        old.Start();
        var served = Serve(old, "9.6.24");
        var port = ((IPEndPoint)old.LocalEndpoint).Port;
        await using var store = Store.Open(
            $"Host=127.0.0.1;Port={port};Username=lavka;Database=lavka;SSL Mode=Disable;GSS Encryption Mode=Disable;Server Compatibility Mode=NoTypeLoading", TimeProvider.System);

        var fault = await Should.ThrowAsync<StoreFault>(store.Migrate([Schema.Durable], Ct));

        fault.Message.ShouldContain("is version 9.6");
        fault.Message.ShouldContain("13 or newer");
        await served;
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    public async Task a_user_without_rights_and_a_standby_are_read_only()
    {
        await using var temp = await TempStore.Open();
        await using var standby = Store.Open($"{temp.Database};Options=-c default_transaction_read_only=on", temp.Clock);
        (await Should.ThrowAsync<StoreFault>(Save(standby))).Kind.ShouldBe(StoreFaultKind.ReadOnly);
        (await standby.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct)).ShouldBeNull();

        var guest = $"guest_{Guid.NewGuid():N}";
        await temp.Store.Write((tx, ct) => tx.Sql($"create role {guest} login password 'guest'").Run(ct), Ct);
        try
        {
            await using var store = Store.Open(new NpgsqlConnectionStringBuilder(temp.Database) { Username = guest, Password = "guest" }.ConnectionString, temp.Clock);
            var fault = await Should.ThrowAsync<StoreFault>(Save(store));
            (fault.Kind, fault.Message.Contains("make him its owner", StringComparison.Ordinal)).ShouldBe((StoreFaultKind.ReadOnly, true));
        }
        finally
        {
            await temp.Store.Write((tx, ct) => tx.Sql($"drop role {guest}").Run(ct), Ct);
        }
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [Covers("faults:F7")]
    public async Task connections_that_die_while_they_lie_idle_are_replaced_without_anybody_noticing()
    {
        await using var temp = await TempStore.Open();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => temp.Store.Write((tx, ct) => Chats.Save(tx, Chat with { Chat = $"c{number}" }, 0, "saved", ct), Ct)));
        await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct);

        await temp.Disconnect();

        (await Save(temp.Store)).ShouldBeTrue();
        await temp.Disconnect();
        (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct))!.State.ShouldBe("saved");
    }

    [Fact(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [Covers("faults:F7")]
    public async Task a_connection_that_dies_in_the_middle_of_a_write_takes_everything_of_it_along_and_the_write_is_run_again()
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store);
        var runs = 0;

        await temp.Store.Write(async (tx, ct) =>
        {
            (await Chats.Save(tx, Chat, 1, $"run {++runs}", ct)).ShouldBeTrue();
            if (runs == 1) await temp.Disconnect();
            await Chats.MarkUnreachable(tx, Chat, ct);
        }, Ct);

        runs.ShouldBe(2);
        var row = await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct);
        (row!.State, row.Version).ShouldBe(("run 2", 2L));
    }

    [Theory(Skip = Reason, SkipType = typeof(TestEngine), SkipUnless = nameof(TestEngine.IsPostgres))]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_write_that_is_left_behind_in_the_middle_of_a_statement_keeps_no_lock(bool isCancelled)
    {
        await using var temp = await TempStore.Open();
        await Save(temp.Store);
        await using var look = new NpgsqlConnection(temp.Database + ";Pooling=false");
        await look.OpenAsync(Ct);
        for (var round = 0; round < 5; round++)
        {
            await using var other = new NpgsqlConnection(temp.Database + ";Pooling=false");
            await other.OpenAsync(Ct);
            await using var held = await other.BeginTransactionAsync(Ct);
            await using (var hold = new NpgsqlCommand("select 1 from chats for update", other)) await hold.ExecuteNonQueryAsync(Ct);
            using var stop = new CancellationTokenSource();
            var left = temp.Store.Write(async (tx, _) =>
            {
                await tx.Sql("update jobs set key = key where id = 1").Run(CancellationToken.None);
                await tx.Sql("update chats set state = 'left'").Run(isCancelled ? stop.Token : CancellationToken.None);
                return true;
            }, TimeSpan.FromSeconds(20), stop.Token);
            await Eventually.Holds(() => Waits(look));

            if (isCancelled) await stop.CancelAsync();
            else temp.Clock.Advance(TimeSpan.FromSeconds(20));
            await Should.ThrowAsync<Exception>(left);
            await held.RollbackAsync(Ct);

            await Eventually.Holds(async () => !await IsInTransaction(look)).WaitAsync(TimeSpan.FromSeconds(8), Ct);
            (await temp.Store.Read((tx, ct) => Chats.Load(tx, Chat, ct), Ct))!.State.ShouldBe("saved");
        }
    }

    private static Task<bool> Waits(NpgsqlConnection server) => Any(server, "wait_event_type = 'Lock'");

    private static Task<bool> IsInTransaction(NpgsqlConnection server) => Any(server, "xact_start is not null and pid <> pg_backend_pid()");

    private static async Task<bool> Any(NpgsqlConnection server, string condition)
    {
        await using var command = new NpgsqlCommand($"select count(*) from pg_stat_activity where datname = current_database() and {condition}", server);
        return (long)(await command.ExecuteScalarAsync(Ct))! > 0;
    }

    private static Task<bool> Save(Store store) => store.Write((tx, ct) => Chats.Save(tx, Chat, 0, "saved", ct), Ct);

    /// <summary>As much of a server as it takes to be asked for its version (postgresql.org/docs/current/protocol-flow.html).</summary>
    private static async Task Serve(TcpListener listener, string version)
    {
        using var client = await listener.AcceptTcpClientAsync(Ct);
        var stream = client.GetStream();
        _ = await stream.ReadAsync(new byte[4096], Ct);
        await stream.WriteAsync((byte[])[.. Message('R', new byte[4]), .. Message('S', Encoding.ASCII.GetBytes($"server_version\0{version}\0")), .. Message('Z', "I"u8.ToArray())], Ct);
        while (await stream.ReadAsync(new byte[4096], Ct) > 0)
        {
        }

        static byte[] Message(char kind, byte[] body)
        {
            var message = new byte[5 + body.Length];
            message[0] = (byte)kind;
            BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), body.Length + 4);
            body.CopyTo(message, 5);
            return message;
        }
    }
}
