namespace Lavka.Durable;

/// <summary>The lock of the one program that works on a SQLite file: a file beside it, held by the operating system, free when the program ends, however it ends.</summary>
internal static class OwnedFile
{
    public static IDisposable Take(string database)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database)!);
            return new FileStream(database + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new StoreFault(StoreFaultKind.Busy,
                $"Another Lavka already works on {database}. Stop it first; or put the shops on PostgreSQL, which several programs can share: docs/many-nodes.md.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreFault(StoreFaultKind.ReadOnly,
                $"{database}.lock cannot be written: give the user of this program the right to write the folder of the database.", e);
        }
    }
}
