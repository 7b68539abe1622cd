using System.CommandLine;
using Lavka.Host;

// Without a limit of the command line's own: the web host hears SIGTERM and Ctrl+C itself and has 30 s to end what runs.
return await CommandLine.Of(SettingsSource.Read).Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
