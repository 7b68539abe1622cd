using System.Text.Json.Serialization;

namespace Lavka.Commerce;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(InvoiceArgs))]
[JsonSerializable(typeof(CheckArgs))]
internal sealed partial class PaymentJson : JsonSerializerContext;
