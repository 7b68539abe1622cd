using System.CommandLine;

namespace Lavka.Host;

/// <summary>The verbs of the program. Settings are read when a verb begins, once.</summary>
public static class CommandLine
{
    public static RootCommand Of(Func<IConfiguration> settings)
    {
        var root = new RootCommand("Lavka: shops inside a messenger. Settings come from lavka.json and from environment variables; docs/settings.md names them all.")
        {
            Verb("run", "Serve the configured shops (the default).", (console, ct) => RunVerb.Run(new SettingsReader(settings()), console, ct)),
            Verb("demo", "Show a shop that works: messenger, carrier and money are pretended, nothing is to be configured.", (_, ct) => DemoVerb.Run(ct)),
            Verb("doctor", "Check settings, database, tokens and webhooks, and name the cure for what is wrong.", (console, ct) => DoctorVerb.Run(settings(), console, ct)),
            Verb("migrate", "Bring the database to this program's version and end; run does it too.", (console, ct) => MigrateVerb.Run(settings(), console, ct)),
            ExploreVerb.Of(),
        };
        root.SetAction((call, ct) => RunVerb.Run(new SettingsReader(settings()), call.InvocationConfiguration, ct));
        return root;
    }

    private static Command Verb(string name, string description, Func<InvocationConfiguration, CancellationToken, Task<int>> act)
    {
        var verb = new Command(name, description);
        verb.SetAction((call, ct) => act(call.InvocationConfiguration, ct));
        return verb;
    }
}
