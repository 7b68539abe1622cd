using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Wire;

/// <summary>The envelope of every answer of the Bot API.</summary>
public sealed record WireAnswer(bool Ok)
{
    public JsonNode? Result { get; init; }

    public int? ErrorCode { get; init; }

    public string? Description { get; init; }

    public WireParameters? Parameters { get; init; }
}
