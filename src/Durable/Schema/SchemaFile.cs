using System.Security.Cryptography;
using System.Text;

namespace Lavka.Durable;

/// <summary>One numbered file of a room's schema: plain SQL, line ends as LF.</summary>
public sealed record SchemaFile(int Number, string Name, string Sql)
{
    /// <summary>The SHA-256 of the text, by which an edited file is recognised.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));
}
