namespace Lavka.Durable;

/// <summary>A file of the shop's own, such as a label.</summary>
public sealed record StoredFile(string Id, string Name, string MediaType, ReadOnlyMemory<byte> Content, DateTimeOffset AddedAt);
