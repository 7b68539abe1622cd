using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>An accepted call's result, and the remark that some methods add.</summary>
public sealed record Success(JsonNode Result, string? Description = null)
{
    public static Success True(string? description = null) => new(JsonValue.Create(true), description);
}
