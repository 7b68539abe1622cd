using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Lavka.Commerce;

/// <summary>A piece of work that a decision asks for: plain data, so that a pure process can return it. Without <paramref name="Due"/> it runs at once.</summary>
public sealed record QueuedJob(string Job, string Key, string Args, DateTimeOffset? Due)
{
    public static QueuedJob Of<TArgs>(string job, string key, TArgs args, JsonTypeInfo<TArgs> json, DateTimeOffset? due = null) =>
        new(job, key, JsonSerializer.Serialize(args, json), due);
}
