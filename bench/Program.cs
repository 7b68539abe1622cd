using System.CommandLine;
using Lavka.Bench;
using Lavka.Bench.Broadcast;
using Lavka.Bench.Dialogs;
using Lavka.Bench.Forms;
using Lavka.Bench.Ingest;
using Lavka.Bench.Load;
using Lavka.Bench.Recovery;
using Lavka.Bench.Serving;
using Lavka.Bench.Sleep;
using Lavka.Bench.Stands;

var seconds = new System.CommandLine.Option<int>("--seconds") { Description = "How long each one is measured.", DefaultValueFactory = _ => 10 };
var warmUp = new System.CommandLine.Option<int>("--warm-up") { Description = "How long each one is under load before that, in seconds.", DefaultValueFactory = _ => 10 };
var rounds = new System.CommandLine.Option<int>("--rounds") { Description = "How often; the median is told.", DefaultValueFactory = _ => 1 };
var only = new System.CommandLine.Option<string?>("--only") { Description = "Only those with this in their name." };
var report = new Report(Console.Out);

var start = new Command("start", "From the start of the host's process to its first ready answer, and its memory when nobody talks to it.");
start.SetAction((_, ct) => StartBenchmark.Run(report, ct));
var dialog = new Command("dialog", "A turn of the order form of 18 questions with JSON both ways, beside the same form in grammY (needs Node and npm).");
dialog.SetAction((_, ct) => DialogBenchmark.Run(report, ct));
var form = new Command("form", "The form of five turns under load, by Lavka and by its peers in turn, on the same PostgreSQL (needs Node and npm).") { seconds, warmUp, rounds, only };
form.SetAction((call, ct) => OnPostgres(postgres => FormBenchmark.Run(Load(call), call.GetValue(rounds), call.GetValue(only), report, postgres, ct), ct));
var ingest = new Command("ingest", "How fast updates are acknowledged, and what is left of them when the bot is killed, by Lavka and by its peers (needs Node and npm).") { seconds, warmUp, only };
ingest.SetAction((call, ct) => OnPostgres(postgres => new IngestBenchmark(Load(call), postgres).Run(call.GetValue(only), report, ct), ct));
var sleep = new Command("sleep", "What 100,000 half-filled forms cost in memory, and how quickly a thousand of them go on.");
sleep.SetAction((_, ct) => OnPostgres(postgres => SleepBenchmark.Run(report, postgres, ct), ct));
var recovery = new Command("recovery", "How quickly 10,000 messages go out that wait when the bot starts.");
recovery.SetAction((_, ct) => OnPostgres(postgres => RecoveryBenchmark.Run(report, postgres, ct), ct));
var broadcast = new Command("broadcast", "A broadcast at the highest rate that is allowed while people fill the form, and a kill -9 in the middle of it.");
broadcast.SetAction((_, ct) => OnPostgres(postgres => BroadcastBenchmark.Run(report, postgres, ct), ct));
var all = new Command("all", "All of them; their figures are written into docs/benchmarks.md and docs/benchmarks.svg.") { seconds, warmUp, rounds };
all.SetAction((call, ct) => OnPostgres(postgres => AllBenchmarks.Run(Load(call), call.GetValue(rounds), report, postgres, ct), ct));
var serve = new Command("serve-form", "Serve a form of five turns with the product's own parts; the settings are those of the host, the shop's id is form.");
serve.SetAction((call, ct) => FormHost.Run(call.InvocationConfiguration, ct));
// What is measured is served by another process.
if (args is not ["serve-form", ..]) LightSockets.Use();
// As in the host: the web server hears SIGTERM and Ctrl+C itself and ends what runs.
return await new RootCommand("Measures Lavka on this machine. Numbers, never tests.") { start, dialog, form, ingest, sleep, recovery, broadcast, all, serve }.Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

FormLoad Load(ParseResult call) => new(People: 500, Connections: 64, TimeSpan.FromSeconds(call.GetValue(warmUp)), TimeSpan.FromSeconds(call.GetValue(seconds)));

static async Task OnPostgres(Func<PostgresServer, Task> run, CancellationToken ct)
{
    await using var postgres = await PostgresServer.Start(ct);
    await run(postgres);
}
