namespace Lavka.Talk;

/// <summary>Where a person finds himself after an act or a dialog.</summary>
public abstract record Next
{
    private Next()
    {
    }

    /// <summary>On another screen.</summary>
    public sealed record Show(Route Route) : Next;

    /// <summary>In a dialog, with some answers given already.</summary>
    public sealed record Ask(string Dialog, IReadOnlyDictionary<string, string?> Answers) : Next
    {
        public Ask(string dialog) : this(dialog, new Dictionary<string, string?>())
        {
        }
    }

    /// <summary>In front of messages that stand in the chat for good; buttons only under the last.</summary>
    public sealed record Tell(params IReadOnlyList<View> Views) : Next;

    /// <summary>Where he was, with a short note beside the pressed button.</summary>
    public sealed record Stay(Text Note) : Next;
}
