using System.Text.Json.Serialization;

namespace Lavka.Pure.Talk.Samples;

[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
internal sealed partial class ScratchJson : JsonSerializerContext;
