namespace Lavka.Talk;

/// <summary>
/// What a shop shows an <see cref="Explorer"/>: its dialogs on sample data, its screens with sample models, what its acts lead to, the messages that it sends by itself.
/// Nothing in it reaches a store or the world. Whatever of the script has no sample is reported.
/// </summary>
public sealed class Tour
{
    private Tour(string name) => Name = name;

    public string Name { get; }

    internal Route Home { get; private init; }

    internal IReadOnlyList<CommandLine> Commands { get; private init; } = [];

    internal IReadOnlyList<string> ScreenPatterns { get; private init; } = [];

    internal IReadOnlyList<string> ActPatterns { get; private init; } = [];

    internal IReadOnlyCollection<string> DialogNames { get; private init; } = [];

    internal List<SampleDialog> Dialogs { get; } = [];

    internal List<SampleScreen> Screens { get; } = [];

    internal List<(string When, IReadOnlyList<View> Views)> Notices { get; } = [];

    internal List<(string Pattern, string When, Next Next)> Acts { get; } = [];

    internal List<(string Dialog, string When, Next Next)> Ends { get; } = [];

    /// <summary>A tour through everything that a script has.</summary>
    public static Tour Of<TDesk>(string name, Script<TDesk> script) => new(name)
    {
        Home = script.Home,
        Commands = script.Commands,
        ScreenPatterns = script.Patterns.Screens,
        ActPatterns = script.Patterns.Acts,
        DialogNames = script.Dialogs,
    };

    /// <summary>A tour through one dialog.</summary>
    public static Tour Of(Func<Dialog> dialog) => new Tour(dialog().Name) { DialogNames = [dialog().Name] }.Dialog("", dialog);

    /// <summary>A dialog as it is opened in one situation; its works and looks give sample values at once.</summary>
    /// <param name="when">In which situation, in a few words for whoever reads the gallery.</param>
    /// <param name="create">A fresh instance.</param>
    /// <param name="answers">What is given at the opening.</param>
    public Tour Dialog(string when, Func<Dialog> create, IReadOnlyDictionary<string, string?>? answers = null)
    {
        Dialogs.Add(new SampleDialog(when, create, answers ?? new Dictionary<string, string?>()));
        return this;
    }

    /// <summary>What a work of the dialog that was named last may be refused with, beside succeeding.</summary>
    public Tour Refusing(string work, params IReadOnlyList<Text> reasons)
    {
        foreach (var why in reasons) Dialogs[^1].Refusals.Add((work, why));
        return this;
    }

    /// <summary>Where the person goes when the dialog that was named last has ended.</summary>
    public Tour Ending(string when, Next next)
    {
        Ends.Add((Dialogs[^1].Create().Name, when, next));
        return this;
    }

    /// <summary>A screen with one of the models that it may be opened with.</summary>
    public Tour Screen<TDesk, TModel>(string when, Screen<TDesk, TModel> screen, TModel model) where TModel : class
    {
        Screens.Add(new SampleScreen(screen.Pattern, when, screen.Show(model)));
        return this;
    }

    /// <summary>What an act leads to.</summary>
    public Tour Act(string pattern, string when, Next next)
    {
        Acts.Add((pattern, when, next));
        return this;
    }

    /// <summary>Messages that come by themselves, such as news of a payment.</summary>
    public Tour Notice(string when, params IReadOnlyList<View> views)
    {
        Notices.Add((when, views));
        return this;
    }

    internal sealed record SampleDialog(string When, Func<Dialog> Create, IReadOnlyDictionary<string, string?> Answers)
    {
        public List<(string Work, Text Why)> Refusals { get; } = [];
    }

    internal sealed record SampleScreen(string Pattern, string When, View View);
}
