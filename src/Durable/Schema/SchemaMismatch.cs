namespace Lavka.Durable;

/// <summary>The database and the program do not belong together; nothing was changed. The message names the cure.</summary>
public sealed class SchemaMismatch(string message) : Exception(message);
