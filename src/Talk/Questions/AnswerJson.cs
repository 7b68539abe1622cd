using System.Text.Json.Serialization;

namespace Lavka.Talk;

/// <summary>How answers of more than one value are stored. A name written once keeps its meaning.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Media))]
[JsonSerializable(typeof(IReadOnlyList<Media>))]
[JsonSerializable(typeof(Contact))]
internal sealed partial class AnswerJson : JsonSerializerContext;
