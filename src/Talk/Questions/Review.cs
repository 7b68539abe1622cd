using System.Security.Cryptography;
using System.Text;

namespace Lavka.Talk;

/// <summary>The pages of a review: every answer on the path just walked, and the seal that a confirmation holds for.</summary>
internal sealed record Review(Text Title, Text? Summary, Text Confirm, IReadOnlyList<Passed> Path)
{
    /// <summary>Changes with every answer, so the confirmation of other answers counts for nothing.</summary>
    public string Seal { get; } = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Path.Select(passed => passed.Question.Key + "=" + passed.Stored)))).AsSpan(0, 6));

    public IReadOnlyList<(string Name, Text? Title, IReadOnlyList<Passed> Answers)> Parts { get; } =
        [.. Path.GroupBy(passed => passed.Part).Select(part => (part.Key, part.First().PartTitle, (IReadOnlyList<Passed>)[.. part]))];
}
