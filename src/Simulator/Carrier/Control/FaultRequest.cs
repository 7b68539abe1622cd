using System.Text.Json.Serialization;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>
/// The body of <c>POST /sim/carrier/faults</c>: strike the next <c>times</c> requests (default one) whose path below the API's root begins
/// with <c>path</c> (default any) and whose method is <c>method</c> (default any). Seconds are how slow, <c>retryAfter</c> how long a 429 asks to wait.
/// </summary>
public sealed record FaultRequest(
    FaultKind? Kind = null,
    string? Path = null,
    string? Method = null,
    int? Times = null,
    double? Seconds = null,
    [property: JsonPropertyName("retryAfter")] int? RetryAfter = null);
