using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Lavka.Talk;

namespace Lavka.Commerce;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertArgs))]
internal sealed partial class AlertJson : JsonSerializerContext;

/// <summary>Brings an alert into the owner's chat.</summary>
public sealed class AlertJob : Job<AlertArgs, AlertArgs>
{
    public static readonly AlertJob Instance = new();

    public const string Kind = "alert";

    public override string Name => Kind;

    public override JsonTypeInfo<AlertArgs> Args => AlertJson.Default.AlertArgs;

    public override Task<AlertArgs> Run(AlertArgs args, string key, CancellationToken ct) => Task.FromResult(args);

    public override Task<IReadOnlyList<View>> Settle(Desk desk, AlertArgs args, AlertArgs result, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<View>>([new View(Text.Literal(desk.Language is Language.Ru ? args.Ru : args.En))]);
}
