namespace Lavka.Durable;

/// <summary>Why the store could not take or give something.</summary>
public enum StoreFaultKind
{
    /// <summary>Another program holds the database and did not let go in time.</summary>
    Busy,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The file or its folder may not be written.</summary>
    ReadOnly,

    /// <summary>The file cannot be opened at all: no such folder, no right to it.</summary>
    Unreachable,

    /// <summary>The disk failed while reading or writing.</summary>
    Disk,

    /// <summary>The file is damaged or is not a database.</summary>
    Damaged,
}
