using System.CommandLine;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary><c>migrate</c>: brings the store to this program's version. 2 when the settings are wrong, 1 when the store cannot be used; then nothing has changed.</summary>
internal static class MigrateVerb
{
    public static async Task<int> Run(IConfiguration configuration, InvocationConfiguration console, CancellationToken ct)
    {
        var reader = new SettingsReader(configuration);
        if (reader.Read() is not { } settings) return Faults.Tell(reader.Faults, console.Error);
        try
        {
            await using var store = Store.Open(settings.Database, TimeProvider.System);
            await LavkaHost.Migrate(store, ct);
        }
        catch (Exception e) when (e is StoreFault or SchemaMismatch)
        {
            await console.Error.WriteLineAsync("The database was left as it is: " + e.Message);
            return 1;
        }
        await console.Output.WriteLineAsync("The database is up to date.");
        return 0;
    }
}
