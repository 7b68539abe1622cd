namespace Lavka.Talk;

/// <summary>A titled part, whose answers are shown and edited together. A part without a title belongs to the one around it; the name is "" outside of all.</summary>
internal readonly record struct Section(string Name, Text? Title);
