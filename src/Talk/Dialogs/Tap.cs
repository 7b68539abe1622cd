namespace Lavka.Talk;

/// <summary>What a button of a dialog does. The same moves can be typed as commands (/back, /cancel).</summary>
public abstract record Tap
{
    private Tap()
    {
    }

    public sealed record Choose(string Option) : Tap;

    public sealed record Skip : Tap;

    /// <summary>Answers with the value that the author offers.</summary>
    public sealed record Take : Tap;

    public sealed record Back : Tap;

    /// <summary>Takes what was offered instead of an answer that did not fit, by the code of what the button said.</summary>
    public sealed record Accept(string OfferCode) : Tap;

    /// <summary>The answer that is being edited stays as it was.</summary>
    public sealed record Keep : Tap;

    /// <summary>Asks whether to leave the dialog; nothing is lost yet.</summary>
    public sealed record Cancel : Tap;

    /// <summary>Back from whatever stands in front of the question to the very same question.</summary>
    public sealed record Return : Tap;

    /// <summary>Really leaves: the dialog is cancelled.</summary>
    public sealed record Leave : Tap;

    /// <summary>Opens a page of the review: "" is the review itself, "edit" the list of parts, "edit/from" the answers of a part. A long name travels as its code.</summary>
    public sealed record Page(string Name) : Tap;

    /// <summary>Asks one answered question again, by the code of its key.</summary>
    public sealed record Edit(string KeyCode) : Tap;

    /// <summary>Asks every question of a part again, each with its old answer offered.</summary>
    public sealed record EditPart(string Part) : Tap;

    /// <summary>Throws the result of a work away and has it done anew.</summary>
    public sealed record Again(string Work) : Tap;

    /// <summary>Opens another dialog on top of this one, by its name.</summary>
    public sealed record Open(string Dialog) : Tap;
}
