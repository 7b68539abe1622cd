using System.Text.Json.Serialization;

namespace Lavka.Shops.Shipping;

/// <summary>How the shop's own data is stored inside answers, orders and jobs: enums by name, names that never change their meaning.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Shipment))]
[JsonSerializable(typeof(Offers))]
[JsonSerializable(typeof(EarlierChoice))]
[JsonSerializable(typeof(LabelOrder))]
[JsonSerializable(typeof(PurchaseArgs))]
[JsonSerializable(typeof(DownloadArgs))]
[JsonSerializable(typeof(VerdictArgs))]
[JsonSerializable(typeof(AddressPair))]
[JsonSerializable(typeof(string))]
public sealed partial class ShippingJson : JsonSerializerContext;
