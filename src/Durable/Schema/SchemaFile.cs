namespace Lavka.Durable;

/// <summary>One numbered file of a room's schema; <paramref name="Hash"/> is the SHA-256 of its text with line ends as LF.</summary>
public sealed record SchemaFile(int Number, string Name, string Sql, string Hash);
