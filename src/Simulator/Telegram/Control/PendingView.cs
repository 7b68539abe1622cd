using System.Text.Json.Nodes;

namespace Lavka.Simulator.Telegram.Control;

/// <summary>An update on its way: how often it was not taken, and when it expires in Unix seconds.</summary>
public sealed record PendingView(long UpdateId, string Kind, long Queue, int Failures, long ExpiresAt, JsonNode Update);
