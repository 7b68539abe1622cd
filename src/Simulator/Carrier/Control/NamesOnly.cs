using System.Text.Json.Serialization;

namespace Lavka.Simulator.Carrier.Control;

/// <summary>Writes and reads an enum by its names alone; a number, also one in quotes, is refused.</summary>
public sealed class NamesOnly<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
