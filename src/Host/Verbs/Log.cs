namespace Lavka.Host;

/// <summary>How the program logs: one JSON object a line in UTC for machines; addresses, names and what people write are in none of them.</summary>
public static class Log
{
    public static void Structured(ILoggingBuilder logging) => Quieted(logging).AddJsonConsole(console =>
    {
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    });

    public static void ForPeople(ILoggingBuilder logging) => Quieted(logging).AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);

    private static ILoggingBuilder Quieted(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        // It would open an activity and a scope for each request, which nobody reads; what fails in one is Kestrel's to tell.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("System.Net.Http", LogLevel.Warning);
}
