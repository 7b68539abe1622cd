using System.Security.Cryptography;
using System.Text;

namespace Lavka.Durable;

/// <summary>
/// One numbered file of a room's schema: plain SQL, line ends as LF. <paramref name="Engine"/> is set when the text is for one engine only and takes the place of the
/// common text there.
/// </summary>
public sealed record SchemaFile(int Number, string Name, string Sql, Engine? Engine = null)
{
    /// <summary>The SHA-256 of the text, by which an edited file is recognised.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}
