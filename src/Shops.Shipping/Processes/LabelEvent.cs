namespace Lavka.Shops.Shipping;

/// <summary>What can happen to an order of a label.</summary>
public abstract record LabelEvent
{
    private LabelEvent()
    {
    }

    /// <summary>The customer pays from his balance.</summary>
    public sealed record Pay : LabelEvent;

    /// <summary>His balance turned out to be too small.</summary>
    public sealed record TooLittle : LabelEvent;

    public sealed record LabelBought(Label Label) : LabelEvent;

    /// <summary>The carrier will not sell this label; certainly nothing was bought. <paramref name="Fault"/> says whose business it is.</summary>
    public sealed record LabelRefused(LabelFault Fault, string Why) : LabelEvent;

    /// <summary>Every attempt ended without an answer: the label may exist or not, so the money stays set aside until a person has looked.</summary>
    public sealed record OutcomeUnknown : LabelEvent;

    /// <summary>The owner has looked, and so has the shop: no label was bought.</summary>
    public sealed record NotBought : LabelEvent;

    public sealed record PdfStored(string File) : LabelEvent;

    public sealed record PdfMissing : LabelEvent;

    public sealed record Cancel : LabelEvent;

    /// <summary>The rate's time is over.</summary>
    public sealed record TimeIsUp : LabelEvent;
}
