using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>A call that was refused, and why; no bot when the token was unknown. Time in Unix milliseconds.</summary>
public sealed record RefusedCall(long N, long? Bot, string Method, JsonObject? Parameters, int Code, string Description, long At);
