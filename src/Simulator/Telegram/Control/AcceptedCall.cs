using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>A call that Telegram would have carried out; time in Unix milliseconds.</summary>
public sealed record AcceptedCall(long N, long Bot, string Method, long? ChatId, JsonObject Parameters, JsonNode Result, long At);
