using System.CommandLine;
using Lavka.Bench;

var start = new Command("start", "From the start of the host's process to its first ready answer, and its memory when nobody talks to it.");
start.SetAction((_, ct) => StartBenchmark.Run(ct));
return await new RootCommand("Measures Lavka on this machine. Numbers, never tests.") { start }.Parse(args).InvokeAsync();
