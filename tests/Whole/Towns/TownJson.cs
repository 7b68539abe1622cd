using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Lavka.Simulator.Telegram.Chat;
using Lavka.Simulator.Telegram.Control;

namespace Lavka.Whole;

/// <summary>What the tests read from the simulator's control. Money and labels are read as plain JSON, in the providers' own words.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(ChatState))]
[JsonSerializable(typeof(PersonView))]
[JsonSerializable(typeof(PressView))]
[JsonSerializable(typeof(AcceptedCall[]))]
[JsonSerializable(typeof(RefusedCall[]))]
[JsonSerializable(typeof(JsonArray))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TownJson : JsonSerializerContext
{
    /// <summary>An apostrophe is an apostrophe, so that what a person typed can be found.</summary>
    public static JsonSerializerOptions Readable { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = Default };
}
