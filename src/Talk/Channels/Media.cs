namespace Lavka.Talk;

/// <summary>
/// A file that somebody sent. Its bytes stay at the messenger: <paramref name="File"/> is the messenger's own id of it, good for the bot that got it.
/// Everything else is what the sender claims, null when he does not.
/// </summary>
/// <param name="Kind">"photo", "document", "video": how it was sent.</param>
/// <param name="File">The messenger's id.</param>
/// <param name="Name">The file's name, never trusted.</param>
/// <param name="MediaType">Such as "image/jpeg".</param>
/// <param name="Size">In bytes.</param>
public sealed record Media(string Kind, string File, string? Name = null, string? MediaType = null, long? Size = null);
