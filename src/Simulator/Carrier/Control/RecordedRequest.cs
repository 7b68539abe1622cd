using System.Text.Json;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>A request as it came, whatever became of it: method, path with query, JSON body if it was JSON, and when, in unix milliseconds.</summary>
public sealed record RecordedRequest(string Method, string Path, JsonElement? Body, long At);
