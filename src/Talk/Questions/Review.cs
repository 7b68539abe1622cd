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
        [.. Path.GroupBy(passed => passed.Section.Name).Select(part => (part.Key, part.First().Section.Title, (IReadOnlyList<Passed>)[.. part]))];

    /// <summary>The page where a person chooses what to edit.</summary>
    public const string EditPage = "edit";

    /// <summary>Every page but the review itself.</summary>
    public IEnumerable<string> Pages => Parts.Select(part => PageOf(part.Name)).Prepend(EditPage);

    /// <summary>The page of one part.</summary>
    public static string PageOf(string part) => EditPage + "/" + part;
}
