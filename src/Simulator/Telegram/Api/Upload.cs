namespace Lavka.Simulator.Telegram.Api;

/// <summary>A file in the body of a call.</summary>
public sealed record Upload(string Name, string Mime, ReadOnlyMemory<byte> Bytes);
