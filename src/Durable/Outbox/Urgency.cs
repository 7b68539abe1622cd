namespace Lavka.Durable;

/// <summary>How soon something is said; stored by name.</summary>
public enum Urgency
{
    /// <summary>A person waits for it: an answer, a receipt.</summary>
    Interactive,

    /// <summary>Nobody waits for it: a broadcast. It goes when nothing interactive can.</summary>
    Bulk,
}
