using System.Text.RegularExpressions;
using Lavka.Commerce;
using Lavka.Durable;
using Lavka.Kit;
using Lavka.Stored.Shops.Shipping;
using Lavka.Talk;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;
using Xunit;

namespace Lavka.Stored.Commerce;

/// <summary>
/// The statements of every turn, every message and every job, on tables with ten thousand rows each: none of them reads a table from end to end, nor half of it by an index that does not
/// help. On PostgreSQL it is the server that counts the rows which it read, with the plan that it really took; on SQLite the plan of each statement is asked for.
/// </summary>
public sealed partial class PlanTests
{
    private const int Rows = 10_000;

    private static readonly BotId Bot = new("labels");
    private static readonly ChatKey Anna = new(Bot, "7");
    private static readonly HashSet<string> Nobody = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Statistics.None)]
    [InlineData(Statistics.Quiet)]
    [InlineData(Statistics.Right)]
    public async Task no_hot_query_reads_a_table_from_end_to_end(Statistics statistics)
    {
        await using var temp = await TempStore.Open(CommerceRoom.Schema);
        await Fill(temp.Store);
        if (statistics is Statistics.Quiet) await Exec(temp, "update outbox set state = 'Sent', done_at = 1 where state = 'Waiting'");
        if (statistics is not Statistics.None) await Exec(temp, "analyze");
        if (statistics is Statistics.Quiet) await Exec(temp, "update outbox set state = 'Waiting', done_at = null where seq = 1");
        using var questions = new Questions(temp);
        List<string> slow = [];

        foreach (var (name, run) in Hot())
        {
            var scans = await temp.Store.Write(async (tx, ct) =>
            {
                var read = TestEngine.IsPostgres ? await Read(tx, ct) : null;
                var before = questions.All.Count;
                await run(tx, ct);
                var asked = questions.All.Skip(before).ToList();
                asked.ShouldNotBeEmpty();
                return read is null ? await Scans(tx, asked, ct) : Scans(read, await Read(tx, ct));
            }, Ct);
            slow.AddRange(scans.Select(scan => $"{name}: {scan}"));
        }

        slow.ShouldBeEmpty();
    }

    [Fact]
    public async Task a_query_without_an_index_is_seen()
    {
        await using var temp = await TempStore.Open(CommerceRoom.Schema);
        await Fill(temp.Store);

        var scans = await temp.Store.Write(async (tx, ct) =>
        {
            const string Slow = "select count(*) from chats c where c.state = @state";
            var read = TestEngine.IsPostgres ? await Read(tx, ct) : null;
            await tx.Sql(Slow, ("state", "?")).First(row => row.Long(0), ct);
            return read is null ? await Scans(tx, [Slow], ct) : Scans(read, await Read(tx, ct));
        }, Ct);

        scans.ShouldHaveSingleItem().ShouldContain("chats");
    }

    /// <summary>What the planner believes.</summary>
    public enum Statistics
    {
        /// <summary>Nothing: the database is young.</summary>
        None,

        /// <summary>That nothing waits: so it was when the rows were counted last, before the broadcast.</summary>
        Quiet,

        /// <summary>What is so.</summary>
        Right,
    }

    private static Task Exec(TempStore temp, string sql) => temp.Store.Write((tx, ct) => tx.Sql(sql).Run(ct), Ct);

    private static IEnumerable<(string Name, Func<StoreTransaction, CancellationToken, Task> Run)> Hot() =>
    [
        ("a chat is loaded", (tx, ct) => Chats.Load(tx, Anna, ct)),
        ("turns are saved", (tx, ct) => Chats.Save(tx, [Saved("7"), Saved("8")], ct)),
        ("messages of the live buttons are looked up", (tx, ct) => Outbox.MessageIdsOf(tx, Anna, 1, 2, ct)),
        ("the sender looks for what is due", (tx, ct) => Outbox.Due(tx, Bot, Nobody, 64, ct)),
        ("the sender looks into one chat", (tx, ct) => Outbox.Lane(tx, Anna, 20, ct)),
        ("messages are marked as sent", (tx, ct) => Outbox.MarkSent(tx, [new OutboxSent(Anna, 1, "m1", 0), new OutboxSent(new ChatKey(Bot, "8"), 1, "m2", 0)], ct)),
        ("a message is marked as sent", (tx, ct) => Outbox.MarkSent(tx, Other(21), 1, "m1", ct)),
        ("a call that must not be repeated is put on record", (tx, ct) => Outbox.Doubt(tx, Other(22), 1, 1, ct)),
        ("calls that must not be repeated are put on record", (tx, ct) => Outbox.Doubt(tx, Saved("7").Rows, ct)),
        ("a message is put off", (tx, ct) => Outbox.Reschedule(tx, Other(23), 1, tx.Now, "429", ct)),
        ("a message is dropped", (tx, ct) => Outbox.Drop(tx, Other(24), 1, "refused", ct)),
        ("somebody blocked the bot", (tx, ct) => Outbox.Close(tx, Other(25), "blocked", ct)),
        ("somebody is answered while bulk waits for him", (tx, ct) => Outbox.Add(tx, new OutboxRow(Other(26), Rows + 1, "Say", null, null, "{}", Urgency.Interactive, null), ct)),
        ("a message that nobody knows is pressed", (tx, ct) => Outbox.MustBe(tx, Other(27), 1, "m7", ct)),
        ("the worker looks for what is due", (tx, ct) => Jobs.NextDue(tx, ct)),
        ("jobs are taken", (tx, ct) => Jobs.Claim(tx, 16, TimeSpan.FromMinutes(2), ct)),
        ("a job is added", (tx, ct) => Jobs.Add(tx, new NewJob("buy", "new", "{}", Anna, tx.Now), ct)),
        ("a job is finished", (tx, ct) => Jobs.Finish(tx, new ClaimedJob(5, "buy", "5", "{}", Anna, 0), ct)),
        ("bans are listed", (tx, ct) => Ban.After(tx, Bot, DateTimeOffset.FromUnixTimeMilliseconds(Rows - 10), ct)),
        ("a customer is met", (tx, ct) => new Customers(tx).Meet("labels", Anna, new Person("7", "Anna"), Language.Ru, ct)),
        ("a balance is read", (tx, ct) => Ledger.Balance(tx, Account.Wallet(new CustomerId("c7"), Currency.Usd), ct)),
        ("money is moved", (tx, ct) => Ledger.Post(tx, Ledgers.TopUp("new", new CustomerId("c7"), 5_00), ct)),
        ("a customer's orders are read", async (tx, ct) =>
        {
            await using var desk = await Desk.Open(tx, new Shop("labels") { Switch = "carrier-mode", Owner = Anna }, Anna, new Person("7", "Anna"), Language.Ru, new Alerts(NullLogger<Alerts>.Instance), ct);
            (await desk.Orders.Latest(10, ct)).Count.ShouldBe(10);
            (await desk.Orders.Older(new OrderId($"p{Rows / 2}"), 10, ct)).Select(order => order.Id.Value).ShouldBe([.. Enumerable.Range(1, 10).Select(back => $"p{(Rows / 2) - back}")]);
            (await desk.Orders.Newer(new OrderId($"p{Rows / 2}"), 10, ct)).Select(order => order.Id.Value).ShouldBe([.. Enumerable.Range(1, 10).Select(on => $"p{(Rows / 2) + 11 - on}")]);
            await desk.Orders.In("shipping.label", "Unpaid", 10, ct);
            await Banned.Of(desk, 10, ct);
            (await desk.Templates.All(ct)).Count.ShouldBe(1);
            (await desk.Templates.Find(new TemplateId("t7"), ct)).ShouldNotBeNull();
            await desk.Templates.Add("one more", "{}", ct);
            await desk.Templates.Rename(new TemplateId("t7"), "other", ct);
            await desk.Templates.Delete(new TemplateId("t7"), ct);
        }),
    ];

    private static ChatKey Other(int chat) => new(Bot, $"{chat}");

    private static ChatSave Saved(string chat) => new(
        new ChatKey(Bot, chat), 1, "{}",
        [
            new OutboxRow(new ChatKey(Bot, chat), Rows + 1, "Strip", 1, null, "{}", Urgency.Interactive, null),
            new OutboxRow(new ChatKey(Bot, chat), Rows + 2, "Say", null, null, "{}", Urgency.Interactive, null),
        ]);

    /// <summary>Everything is in it: chats that wait and chats that do not, jobs of today and of next year.</summary>
    private static Task Fill(Store store) => store.Write(async (tx, ct) =>
    {
        string[] tables =
        [
            "insert into chats (bot, chat, version, state) {n} select 'labels', cast(i as text), 1, '{}' from n",
            """
            insert into outbox (bot, chat, seq, act, body, urgency, rush, state, added_at, due_at, done_at)
            {n} select 'labels', cast(i as text), 1, 'Say', '{}', 'Interactive', 1, 'Waiting', i, i, null from n
            """,
            """
            insert into outbox (bot, chat, seq, act, body, urgency, rush, state, added_at, due_at, message_id, done_at)
            {n} select 'labels', cast(i as text), 2, 'Say', '', 'Interactive', 1, 'Sent', i, i, cast(i as text), i from n
            """,
            """
            insert into jobs (kind, key, body, bot, chat, state, due_at, added_at)
            {n} select 'buy', cast(i as text), '{}', 'labels', cast(i as text), 'Waiting', cast(i as bigint) * 1000000000, 0 from n
            """,
            "insert into bans (bot, chat, since, until) {n} select 'labels', cast(i as text), i, i from n",
            "insert into customers (id, shop, language, created_at) {n} select 'c' || i, 'labels', 'Ru', i from n",
            "insert into templates (id, customer, name, name_key, details, created_at) {n} select 't' || i, 'c' || i, 'Mum', 'MUM', '{}', i from n",
            "insert into identities (bot, person, chat, customer, name) {n} select 'labels', cast(i as text), cast(i as text), 'c' || i, 'Anna' from n",
            "insert into ledger_accounts (id, kind, owner, currency, balance, version) {n} select 'Other/' || i, 'Other', cast(i as text), 'USD', 0, 0 from n",
            """
            insert into orders (id, shop, customer, process, state, version, details, created_at, changed_at)
            {n} select 'o' || i, 'labels', 'c' || i, 'label', 'Draft', 1, '{}', i, i from n
            """,
            """
            insert into orders (id, shop, customer, process, state, version, details, created_at, changed_at)
            {n} select 'p' || i, 'labels', 'c7', 'label', 'Draft', 1, '{}', i, i from n
            """,
        ];
        foreach (var table in tables)
        {
            await using var command = tx.Command(table.Replace("{n}", $"with recursive n (i) as (select 1 union all select i + 1 from n where i < {Rows})", StringComparison.Ordinal));
            (await command.ExecuteNonQueryAsync(ct)).ShouldBe(Rows);
        }
    }, Ct);

    /// <summary>How many rows of each table this transaction has read so far.</summary>
    private static async Task<IReadOnlyDictionary<string, long>> Read(StoreTransaction tx, CancellationToken ct) =>
        (await tx.Sql("select relname::text, seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables").All(row => (Table: row.Text(0), Rows: row.Long(1)), ct)).ToDictionary(read => read.Table, read => read.Rows);

    private static List<string> Scans(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) =>
        [.. after.Where(read => read.Value - before.GetValueOrDefault(read.Key) >= Rows / 2).Select(read => $"{read.Key} was read, half of it or more")];

    /// <summary>SQLite says SEARCH also of a whole table when it looks for the least of a column without an index.</summary>
    private static async Task<List<string>> Scans(StoreTransaction tx, IReadOnlyList<string> statements, CancellationToken ct)
    {
        var scans = new List<string>();
        foreach (var sql in statements.Distinct())
        {
            var names = Name().Matches(sql).Select(name => name.Groups["name"].Value).Distinct().ToArray();
            await using var command = tx.Command("explain query plan " + sql, [.. names.Select(name => (name, (object?)null))]);
            await using var plan = await command.ExecuteReaderAsync(ct);
            while (await plan.ReadAsync(ct))
                if (Scan().Match(plan.GetString(3)) is { Success: true } scan && IsTable(scan.Groups["name"].Value, sql)) scans.Add($"{plan.GetString(3)} in {sql}");
        }
        return scans;
    }

    /// <summary>A table of the schema, by its own name or by the one that the statement gives it.</summary>
    private static bool IsTable(string name, string sql) =>
        Regex.IsMatch(sql, $@"\b(from|join|update|into)\s+(chats|outbox|jobs|bans|customers|identities|ledger_accounts|orders)(\s+as)?\s+""?{Regex.Escape(name)}\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        || Regex.IsMatch(name, "^(chats|outbox|jobs|bans|customers|identities|ledger_accounts|orders)$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"@(?<name>\w+)", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(SCAN|SEARCH) (?<name>\w+)(?! USING)( |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();
}
