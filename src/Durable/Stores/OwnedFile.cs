namespace Lavka.Durable;

/// <summary>The lock of the one program that works on a SQLite file: a file beside it, held by the operating system, free when the program ends, however it ends.</summary>
internal static class OwnedFile
{
    /// <summary>EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows.</summary>
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020)];

    public static IDisposable Take(string database)
    {
        try
        {
            return new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Taken.Contains(e.HResult))
        {
            throw new StoreFault(StoreFaultKind.Busy,
                $"Another Lavka already works on {database}. Stop it first; or put the shops on PostgreSQL, which several programs can share: docs/many-nodes.md.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreFault(StoreFaultKind.ReadOnly,
                $"{database}.lock cannot be written ({e.Message}): give the user of this program the right to write the folder of the database.", e);
        }
    }
}
