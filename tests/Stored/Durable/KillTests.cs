using System.Diagnostics;
using System.Globalization;
using Lavka.Durable;
using Lavka.Kit;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Durable;

/// <summary>A process that is really killed (SIGKILL) while it writes. The child is this very test program, asked for its one explicit test.</summary>
public sealed class KillTests
{
    private const string Database = "LAVKA_KILL_DATABASE";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Covers("faults:F1")]
    public async Task whatever_was_acknowledged_before_a_kill_is_there_and_nothing_is_there_by_halves()
    {
        await using var temp = await TempStore.Open();
        foreach (var acknowledged in new[] { 1, 40, 150 })
        {
            using var child = Child(temp.Database);
            var acknowledgements = new List<int>();
            while (acknowledgements.Count < acknowledged && await child.StandardOutput.ReadLineAsync(Ct) is { } line)
                if (int.TryParse(line, CultureInfo.InvariantCulture, out var number)) acknowledgements.Add(number);
            child.Kill();
            await child.WaitForExitAsync(Ct);
            acknowledgements.Count.ShouldBe(acknowledged);

            var store = await temp.Reopen();
            var (chats, said) = await store.Read(async (tx, ct) => (
                await tx.Sql("select cast(chat as integer) from chats").All(row => row.Int(0), ct),
                await tx.Sql("select cast(chat as integer) from outbox").All(row => row.Int(0), ct)), Ct);
            acknowledgements.ShouldBeSubsetOf(chats);
            said.ShouldBe(chats, ignoreOrder: true);
            if (TestEngine.IsSqlite) (await store.Read((tx, ct) => tx.Sql("pragma integrity_check").First(row => row.Text(0), ct), Ct)).ShouldBe("ok");
        }
    }

    [Fact(Explicit = true)]
    public async Task child_writes_until_it_is_killed()
    {
        await using var store = Store.Open(Environment.GetEnvironmentVariable(Database)!, TimeProvider.System);
        var first = await store.Read((tx, ct) => tx.Sql("select count(*) from chats").First(row => row.Int(0), ct), Ct);
        await using var acknowledgements = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
        for (var number = first; ; number++)
        {
            var chat = new ChatKey(new BotId("labels"), number.ToString(CultureInfo.InvariantCulture));
            await store.Write(async (tx, ct) =>
            {
                await Chats.Save(tx, chat, 0, "", ct);
                await Outbox.Add(tx, new OutboxRow(chat, 1, "Say", null, null, "{}", Urgency.Interactive, null), ct);
            }, Ct);
            await acknowledgements.WriteLineAsync(number.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Process Child(string database)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(KillTests).Assembly.Location, "-explicit", "only", "-method", "*child_writes_until_it_is_killed"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [Database] = database },
        };
        return Process.Start(start)!;
    }
}
