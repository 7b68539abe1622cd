using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>An update to deliver as it stands: one kind with its payload, and an update_id or none.</summary>
public sealed record UpdateRequest(long Bot, JsonObject Update);
