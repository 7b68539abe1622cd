using System.Globalization;
using System.Reflection;

namespace Lavka.Durable;

/// <summary>The tables of one room: its numbered SQL files in order. A released file is never edited; a change is a new file.</summary>
public sealed record Schema(string Room, IReadOnlyList<SchemaFile> Files)
{
    /// <summary>This room's own tables; they come first.</summary>
    public static Schema Durable { get; } = Of(typeof(Schema).Assembly, "Durable");

    /// <summary>
    /// Reads the embedded files <c>{folder of the room}/Schema/001-what.sql</c>, <c>002-what.sql</c>... of an assembly. Where an engine needs words of its own,
    /// <c>001-what.postgres.sql</c> stands beside the common file.
    /// </summary>
    /// <exception cref="InvalidOperationException">The room has no files, or a number is missing: a mistake of the room's author.</exception>
    public static Schema Of(Assembly assembly, string room)
    {
        var mark = $".{room}.Schema.";
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(mark, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => File(assembly, name, name[(name.IndexOf(mark, StringComparison.Ordinal) + mark.Length)..]))
            .OrderBy(file => file.Number)
            .ToList();
        var common = files.Where(file => file.Engine is null).ToList();
        if (common.Count == 0 || common.Where((file, index) => file.Number != index + 1).Any())
            throw new InvalidOperationException(
                $"The schema of {room} needs the files 001-*.sql, 002-*.sql and so on without a gap; it has: {string.Join(", ", files.Select(file => file.Name))}.");
        return new Schema(room, files);
    }

    /// <summary>The files as they are on one engine, in order.</summary>
    public IReadOnlyList<SchemaFile> On(Engine engine) =>
        [.. Files.GroupBy(file => file.Number).Select(texts => texts.SingleOrDefault(text => text.Engine == engine) ?? texts.Single(text => text.Engine is null))];

    private static SchemaFile File(Assembly assembly, string resource, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        Engine? engine = name.Split('.') is [_, var own, _] ? Enum.Parse<Engine>(own, ignoreCase: true) : null;
        return new SchemaFile(int.Parse(name.Split('-')[0], CultureInfo.InvariantCulture), name, reader.ReadToEnd().ReplaceLineEndings("\n"), engine);
    }
}
