namespace Lavka.Talk;

/// <summary>
/// All that a bot can talk about, registered by a shop's manifest: commands, screens, acts and dialogs. Handlers run inside the turn's transaction and must not
/// reach for the world; what they throw undoes the turn.
/// </summary>
/// <typeparam name="TDesk">What a handler may touch inside one turn.</typeparam>
public sealed class Script<TDesk>(Route home)
{
    private readonly List<CommandLine> _commands = [];
    private readonly List<Screen<TDesk>> _screens = [];
    private readonly List<(string Pattern, Func<TDesk, RouteArgs, CancellationToken, Task<Next>> Do)> _acts = [];
    private readonly Dictionary<string, Entry> _dialogs = [];

    /// <summary>Where /start leads, and where people go who wrote something that nobody asked for.</summary>
    public Route Home { get; } = home;

    public IReadOnlyList<CommandLine> Commands => _commands;

    public IReadOnlyCollection<string> Dialogs => _dialogs.Keys;

    /// <summary>A command without its slash, listed in the messenger's menu.</summary>
    public Script<TDesk> Command(string name, Text description, Route route)
    {
        _commands.Add(new CommandLine(name, description, route));
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
    public (IReadOnlyList<string> Screens, IReadOnlyList<string> Acts) Patterns => ([.. _screens.Select(screen => screen.Pattern)], [.. _acts.Select(act => act.Pattern)]);

    public CommandLine? FindCommand(string name) => _commands.Find(command => command.Name == name);

    /// <summary>Null for a name that this program does not know: the dialog was removed by a deploy.</summary>
    public Entry? FindDialog(string name) => _dialogs.GetValueOrDefault(name);

    /// <summary>The screen a route leads to; null when it leads to none.</summary>
    public (Screen<TDesk> Screen, RouteArgs At)? FindScreen(string path) => _screens
        .Select(screen => (screen, At: RouteArgs.Match(screen.Pattern, path)))
        .Where(found => found.At is not null)
        .Select(found => ((Screen<TDesk>, RouteArgs)?)(found.screen, found.At!))
        .FirstOrDefault();

    /// <summary>Performs the act a route leads to; null when it leads to none.</summary>
    public async Task<Next?> Perform(TDesk desk, string path, CancellationToken ct)
    {
        foreach (var (pattern, act) in _acts)
            if (RouteArgs.Match(pattern, path) is { } at) return await act(desk, at, ct);
        return null;
    }

    /// <summary>One registered dialog.</summary>
    public sealed record Entry(
        Func<TDesk, Dialog> Create, Func<TDesk, object, CancellationToken, Task<Next>> Done, Func<DialogState, Next> Cancelled);
}
