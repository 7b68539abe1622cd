using Lavka.Simulator;

await SimulatorApp.Build(args).RunAsync();
