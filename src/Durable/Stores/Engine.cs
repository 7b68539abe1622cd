namespace Lavka.Durable;

/// <summary>The database engines that a store may lie in; recognised from the setting <c>Database</c>.</summary>
public enum Engine
{
    /// <summary>One file beside one program.</summary>
    Sqlite,

    /// <summary>A server that several programs share.</summary>
    Postgres,
}
