namespace Lavka.Talk;

/// <summary>
/// All that a bot can talk about, registered by a shop's manifest: commands, screens, acts and dialogs. Handlers run inside the turn's transaction and must not
/// reach for the world; what they throw undoes the turn.
/// </summary>
/// <typeparam name="TDesk">What a handler may touch inside one turn.</typeparam>
public sealed class Script<TDesk>(Route home)
{
    private readonly List<CommandLine> _commands = [];
    private readonly List<CommandLine> _hidden = [];
    private readonly List<Screen<TDesk>> _screens = [];
    private readonly List<(string Pattern, Func<TDesk, RouteArgs, CancellationToken, Task<Next>> Do)> _acts = [];
    private readonly Dictionary<string, Next.Ask> _openings = [];
    private readonly Dictionary<string, Entry> _dialogs = [];

    /// <summary>Where /start leads, and where people go who wrote something that nobody asked for.</summary>
    public Route Home { get; } = home;

    public IReadOnlyList<CommandLine> Commands => _commands;

    /// <summary>Commands that are obeyed and stand in no menu.</summary>
    public IReadOnlyList<CommandLine> HiddenCommands => _hidden;

    public IReadOnlyCollection<string> Dialogs => _dialogs.Keys;

    /// <summary>A command without its slash, listed in the messenger's menu.</summary>
    public Script<TDesk> Command(string name, Text description, Route route)
    {
        _commands.Add(new CommandLine(name, description, route));
        return this;
    }

    /// <summary>A command that is obeyed and stands in no menu, such as one of the owner's. Who may see what is behind it is decided there.</summary>
    public Script<TDesk> HiddenCommand(string name, Route route)
    {
        _hidden.Add(new CommandLine(name, Text.Literal(name), route));
        return this;
    }

    public Script<TDesk> Screen(Screen<TDesk> screen)
    {
        _screens.Add(screen);
        return this;
    }

    /// <summary>Something that is done when its route is opened, once per press.</summary>
    public Script<TDesk> Act(string pattern, Func<TDesk, RouteArgs, CancellationToken, Task<Next>> act)
    {
        _acts.Add((pattern, act));
        return this;
    }

    /// <summary>A route that opens a dialog, and nothing else: the quickest of all acts, since it needs no desk.</summary>
    public Script<TDesk> Opens(string path, string dialog)
    {
        _openings.Add(path, new Next.Ask(dialog));
        return this;
    }

    /// <summary>A dialog that looks at nothing of the shop's, and what its result means to the shop: its questions are asked without a desk.</summary>
    /// <inheritdoc cref="Dialog{T}(string, Func{TDesk, Dialog{T}}, Func{TDesk, T, CancellationToken, Task{Next}}, Func{DialogState, Next})"/>
    public Script<TDesk> Dialog<T>(
        string name, Func<Dialog<T>> create, Func<TDesk, T, CancellationToken, Task<Next>> done, Func<DialogState, Next>? cancelled = null) where T : notnull
    {
        Dialog(name, _ => create(), done, cancelled);
        _dialogs[name] = _dialogs[name] with { CreateAlone = create };
        return this;
    }

    /// <summary>The same of a dialog whose result needs nothing of the shop's either: who fills it in is not looked up at any time.</summary>
    /// <inheritdoc cref="Dialog{T}(string, Func{TDesk, Dialog{T}}, Func{TDesk, T, CancellationToken, Task{Next}}, Func{DialogState, Next})"/>
    public Script<TDesk> Dialog<T>(string name, Func<Dialog<T>> create, Func<T, Next> done, Func<DialogState, Next>? cancelled = null) where T : notnull
    {
        Dialog(name, create, (_, result, _) => Task.FromResult(done(result)), cancelled);
        _dialogs[name] = _dialogs[name] with { DoneAlone = result => done((T)result) };
        return this;
    }

    /// <summary>A dialog and what its result means to the shop.</summary>
    /// <param name="name">The dialog's own <see cref="Dialog.Name"/>.</param>
    /// <param name="create">A fresh instance; the desk serves its looks only.</param>
    /// <param name="done">Turns the result into a change of the store, in the turn in which the last answer was given.</param>
    /// <param name="cancelled">Where the person goes when he leaves, from the answers that were given at its opening.</param>
    public Script<TDesk> Dialog<T>(
        string name, Func<TDesk, Dialog<T>> create, Func<TDesk, T, CancellationToken, Task<Next>> done, Func<DialogState, Next>? cancelled = null) where T : notnull
    {
        _dialogs.Add(name, new Entry(create, (desk, result, ct) => done(desk, (T)result, ct), cancelled ?? (_ => new Next.Show(Home))));
        return this;
    }

    /// <summary>The patterns of all screens and of all acts, for whoever wants to know where a route leads without going there.</summary>
    public (IReadOnlyList<string> Screens, IReadOnlyList<string> Acts) Patterns => ([.. _screens.Select(screen => screen.Pattern)], [.. _acts.Select(act => act.Pattern), .. _openings.Keys]);

    public CommandLine? FindCommand(string name) => _commands.Find(command => command.Name == name) ?? _hidden.Find(command => command.Name == name);

    /// <summary>Null for a name that this program does not know: the dialog was removed by a deploy.</summary>
    public Entry? FindDialog(string name) => _dialogs.GetValueOrDefault(name);

    /// <summary>The screen a route leads to; null when it leads to none.</summary>
    public (Screen<TDesk> Screen, RouteArgs At)? FindScreen(string path) => _screens
        .Select(screen => (screen, At: RouteArgs.Match(screen.Pattern, path)))
        .Where(found => found.At is not null)
        .Select(found => ((Screen<TDesk>, RouteArgs)?)(found.screen, found.At!))
        .FirstOrDefault();

    /// <summary>The dialog that a route opens; null when it opens none.</summary>
    public Next.Ask? FindOpening(string path) => _openings.GetValueOrDefault(path);

    /// <summary>The act a route leads to, with its pattern; null when it leads to none.</summary>
    public (string Pattern, Func<TDesk, CancellationToken, Task<Next>> Do)? FindAct(string path)
    {
        foreach (var (pattern, act) in _acts)
            if (RouteArgs.Match(pattern, path) is { } at) return (pattern, (desk, ct) => act(desk, at, ct));
        return null;
    }

    /// <summary>One registered dialog.</summary>
    public sealed record Entry(
        Func<TDesk, Dialog> Create, Func<TDesk, object, CancellationToken, Task<Next>> Done, Func<DialogState, Next> Cancelled)
    {
        /// <summary>Set when the dialog needs no desk.</summary>
        public Func<Dialog>? CreateAlone { get; init; }

        /// <summary>Set when its result needs none.</summary>
        public Func<object, Next>? DoneAlone { get; init; }
    }
}
