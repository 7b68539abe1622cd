using System.CommandLine;
using Lavka.Bench;
using Lavka.Bench.Dialogs;
using Lavka.Bench.Forms;
using Lavka.Bench.Serving;

var start = new Command("start", "From the start of the host's process to its first ready answer, and its memory when nobody talks to it.");
start.SetAction((_, ct) => StartBenchmark.Run(ct));
var dialog = new Command("dialog", "A turn of the order form of 18 questions with JSON both ways, beside the same form in grammY (needs Node and npm).");
dialog.SetAction((_, ct) => DialogBenchmark.Run(ct));
var serve = new Command("serve-form", "Serve a form of five turns with the product's own parts; the settings are those of the host, the shop's id is form.");
serve.SetAction((call, ct) => FormHost.Run(call.InvocationConfiguration, ct));
var (seconds, rounds, only) = (Count("--seconds", 10, "How long each one is measured."), Count("--rounds", 1, "How often; the median is told."),
    new System.CommandLine.Option<string?>("--only") { Description = "Only those with this in their name." });
var form = new Command("form", "The form of five turns under load, by Lavka and by its peers in turn, on the same PostgreSQL (needs Node and npm).") { seconds, rounds, only };
form.SetAction((call, ct) => FormBenchmark.Run(
    new FormLoad(People: 500, Connections: 64, WarmUp: TimeSpan.FromSeconds(5), Time: TimeSpan.FromSeconds(call.GetValue(seconds))), call.GetValue(rounds), call.GetValue(only), ct));
// As in the host: the web server hears SIGTERM and Ctrl+C itself and ends what runs.
return await new RootCommand("Measures Lavka on this machine. Numbers, never tests.") { start, dialog, form, serve }.Parse(args)
    .InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });

static System.CommandLine.Option<int> Count(string name, int usual, string description) => new(name) { Description = description, DefaultValueFactory = _ => usual };
