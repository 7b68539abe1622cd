namespace Lavka.Simulator.Telegram.Texts;

/// <summary>A text and its entities, outer before inner.</summary>
public sealed record FormattedText(string Text, IReadOnlyList<TextEntity> Entities)
{
    public static FormattedText Empty { get; } = new("", []);

    /// <summary>The same without white space around it; entities move along, and those that only covered it vanish.</summary>
    public FormattedText Trim()
    {
        var start = Text.Length - Text.AsSpan().TrimStart().Length;
        var trimmed = Text.Trim();
        return new FormattedText(trimmed, [.. Entities.Select(Move).Where(entity => entity.Length > 0)]);

        TextEntity Move(TextEntity entity)
        {
            var from = Math.Clamp(entity.Offset - start, 0, trimmed.Length);
            var to = Math.Clamp(entity.End - start, 0, trimmed.Length);
            return entity with { Offset = from, Length = to - from };
        }
    }

    /// <summary>The same with what Telegram finds by itself: commands, addresses, mentions; never inside an entity that is there already.</summary>
    public FormattedText WithFoundEntities()
    {
        var found = FoundEntities.In(Text).Where(one => !Entities.Any(entity => entity.Offset < one.End && one.Offset < entity.End && Hides(entity)));
        return this with { Entities = [.. Entities.Concat(found).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)] };
    }

    private static bool Hides(TextEntity entity) => entity.Type is "code" or "pre" or "text_link";
}
