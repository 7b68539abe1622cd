using System.Text.Json.Serialization;

namespace Lavka.Talk;

/// <summary>How open dialogs are stored. Part of the engine: a host cannot change it, and a name written once keeps its meaning.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(DialogState))]
public sealed partial class DialogJson : JsonSerializerContext;
