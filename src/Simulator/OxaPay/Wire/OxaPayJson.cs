using System.Text.Json.Serialization;
using Lavka.Simulator.OxaPay.Control;
using Lavka.Simulator.OxaPay.Notifications;
using Lavka.Simulator.OxaPay.Page;

namespace Lavka.Simulator.OxaPay.Wire;

/// <summary>Every JSON form of OxaPay: snake_case, unknown and repeated fields refused, absent values left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(InvoiceRequest))]
[JsonSerializable(typeof(Envelope<Nothing>))]
[JsonSerializable(typeof(Envelope<InvoiceCreated>))]
[JsonSerializable(typeof(Envelope<PaymentInformation>))]
[JsonSerializable(typeof(NotificationBody))]
[JsonSerializable(typeof(IReadOnlyList<PaymentInformation>))]
[JsonSerializable(typeof(IReadOnlyList<Attempt>))]
[JsonSerializable(typeof(PayRequest))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(IReadOnlyList<FaultRequest>))]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(CoinChoice))]
public sealed partial class OxaPayJson : JsonSerializerContext;
