namespace Lavka.Simulator.Telegram.Chat;

/// <summary>A file as a person chose it.</summary>
public sealed record PersonFile(string Name, string Mime, ReadOnlyMemory<byte> Bytes);
