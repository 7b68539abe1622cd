namespace Lavka.Talk;

/// <summary>A file of the shop's own, shown with a message. <paramref name="File"/> is its id in the store; the bytes stay there until the message leaves.</summary>
public sealed record Attachment(string File, string Name, string MediaType);
