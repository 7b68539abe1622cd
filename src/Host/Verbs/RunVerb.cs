using System.CommandLine;
using Lavka.Durable;

namespace Lavka.Host;

/// <summary><c>run</c>, the default: serves until it is asked to stop. 2 when the settings are wrong, 1 when the store cannot be used, 3 when the stop was forced.</summary>
public static class RunVerb
{
    public static async Task<int> Run(SettingsReader reader, InvocationConfiguration console, CancellationToken ct)
    {
        if (reader.Read() is not { } settings) return Faults.Tell(reader.Faults, console.Error);
        await using var app = LavkaHost.Build(settings, Log.Structured);
        IDisposable? owned;
        try
        {
            owned = app.Services.GetRequiredService<Store>().Own();
            await LavkaHost.Migrate(app.Services.GetRequiredService<Store>(), ct);
        }
        catch (Exception e) when (e is StoreFault or SchemaMismatch)
        {
            await console.Error.WriteLineAsync("Lavka cannot start: " + e.Message);
            return 1;
        }
        foreach (var shop in LavkaHost.ShopsOf(app.Services))
            foreach (var off in shop.Parts.Off) app.Logger.LogWarning("{Shop}: {Off}", shop.Id, off);
        foreach (var shop in LavkaHost.ShopsOf(app.Services))
            if (await shop.Stranger(ct) is { } stranger) return Faults.Tell([stranger], console.Error);
        using (owned)
        using (new Ending(app, settings.StopTimeout, Environment.Exit)) await app.RunAsync(ct);
        return 0;
    }
}
