using System.CommandLine;
using Lavka.Bench;
using Lavka.Bench.Dialogs;

var start = new Command("start", "From the start of the host's process to its first ready answer, and its memory when nobody talks to it.");
start.SetAction((_, ct) => StartBenchmark.Run(ct));
var dialog = new Command("dialog", "A turn of the order form of 18 questions with JSON both ways, beside the same form in grammY (needs Node and npm).");
dialog.SetAction((_, ct) => DialogBenchmark.Run(ct));
return await new RootCommand("Measures Lavka on this machine. Numbers, never tests.") { start, dialog }.Parse(args).InvokeAsync();
