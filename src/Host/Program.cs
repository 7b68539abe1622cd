using System.CommandLine;
using Lavka.Host;

var run = Verb("run", "Serve the configured shops (the default).", RunVerb.Run);
var root = new RootCommand("Lavka: shops inside a messenger.")
{
    run,
    Verb("demo", "Simulator and shop together, with nothing to configure.", DemoVerb.Run),
    Verb("doctor", "Check settings, database, tokens and webhooks.", DoctorVerb.Run),
};
root.SetAction((_, ct) => RunVerb.Run(ct));
return await root.Parse(args).InvokeAsync();

static Command Verb(string name, string description, Func<CancellationToken, Task<int>> act)
{
    var verb = new Command(name, description);
    verb.SetAction((_, ct) => act(ct));
    return verb;
}
