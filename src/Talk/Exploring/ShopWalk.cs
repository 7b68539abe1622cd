namespace Lavka.Talk;

/// <summary>Walks the screens, acts and messages of a shop by their samples: which of them can be reached, and what leads nowhere.</summary>
internal sealed class ShopWalk
{
    private readonly Tour _tour;
    private readonly IReadOnlyList<DialogMap> _maps;
    private readonly Dictionary<string, List<Scene>> _byPattern = [];
    private readonly Dictionary<string, int> _named = [];
    private readonly List<(string Where, View View)> _shown = [];

    public ShopWalk(Tour tour, IReadOnlyList<DialogMap> maps)
    {
        (_tour, _maps) = (tour, maps);
        foreach (var screen in tour.Screens) Add("screen/" + screen.Pattern, screen.Pattern, SceneKind.Screen, screen.When, [screen.View]);
        foreach (var (pattern, when, next) in tour.Acts) Said("act/" + pattern, pattern, when, next);
        foreach (var (dialog, when, next) in tour.Ends) Said("after/" + dialog, dialog, when, next);
        foreach (var (when, views) in tour.Notices) Add("notice", "", SceneKind.Notice, when, views);
        Scenes = [.. _byPattern.Values.SelectMany(scenes => scenes)];
    }

    public IReadOnlyList<Scene> Scenes { get; }

    public IEnumerable<string> Doubts()
    {
        foreach (var pattern in _tour.ScreenPatterns
            .Where(pattern => _tour.Screens.TrueForAll(screen => screen.Pattern != pattern)))
            yield return $"The screen \"{pattern}\" has no sample: nobody has looked at it.";
        foreach (var pattern in _tour.ActPatterns
            .Where(pattern => _tour.Acts.TrueForAll(act => act.Pattern != pattern)))
            yield return $"The act \"{pattern}\" has no sample: nobody knows where it leads.";
        var sampled = _tour.Dialogs.Select(dialog => dialog.Create().Name).ToHashSet();
        foreach (var dialog in _tour.DialogNames
            .Where(dialog => !sampled.Contains(dialog))) yield return $"The dialog \"{dialog}\" has no sample: nobody has walked through it.";
        if (_tour.ScreenPatterns.Count == 0) yield break;
        foreach (var (map, dialog) in _maps.SelectMany(map => map.Opens.Select(dialog => (map.Name, dialog))).Distinct()
            .Where(pair => !_tour.DialogNames.Contains(pair.dialog))) yield return $"\"{map}\" opens \"{dialog}\", which is no dialog of this shop.";
        var reached = Reached();
        foreach (var what in _tour.ScreenPatterns.Concat(_tour.ActPatterns).Concat(_tour.DialogNames)
            .Where(what => !reached.Contains(what))) yield return $"\"{what}\" is reached by no button, command or message.";
    }

    private void Said(string name, string pattern, string when, Next next)
    {
        if (next is Next.Tell tell) Add(name, pattern, SceneKind.Notice, when, tell.Views);
        if (next is Next.Stay stay) Add(name, pattern, SceneKind.Note, when, [new View(stay.Note)]);
    }

    private void Add(string name, string pattern, SceneKind kind, string when, IReadOnlyList<View> views)
    {
        _named[name] = _named.GetValueOrDefault(name) + 1;
        var id = _named[name] == 1 ? name : $"{name}/{_named[name]}";
        if (!_byPattern.TryGetValue(pattern, out var scenes)) _byPattern.Add(pattern, scenes = []);
        scenes.Add(new Scene(id, pattern, kind, when, views) { Doubts = [.. views.SelectMany(Limits.Of), .. kind is SceneKind.Screen ? Closed(views)
            : [], .. views.SelectMany(Dead)] });
        foreach (var view in views) _shown.Add((pattern, view));
    }

    private static IEnumerable<string> Closed(IReadOnlyList<View> views) =>
        views.Any(view => view.Rows.Count > 0 || view.AwaitsText || view.IsProgress) ? [] : ["A screen without a way out: it has no button."];

    private IEnumerable<string> Dead(View view) => Routes(view).Where(route => Target(route) is null)
        .Select(route => $"The button to \"{route}\" leads nowhere.");

    /// <summary>Everything behind the main menu, the commands and what comes by itself.</summary>
    private HashSet<string> Reached()
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>([.. _tour.Commands.Select(command => Target(command.Route)).Append(Target(_tour.Home)).OfType<string>()]);
        foreach (var view in _tour.Notices.SelectMany(notice => notice.Views)) Follow(view);
        while (next.TryDequeue(out var at))
        {
            if (!reached.Add(at)) continue;
            foreach (var (_, view) in _shown.Where(shown => shown.Where == at)) Follow(view);
            foreach (var dialog in _maps.Where(map => map.Name == at).SelectMany(map => map.Opens)) next.Enqueue(dialog);
            foreach (var onward in _tour.Acts.Where(act => act.Pattern == at).Select(act => act.Next).Concat(_tour.Ends.Where(end => end.Dialog == at)
                .Select(end => end.Next)))
            {
                if (onward is Next.Ask ask) next.Enqueue(ask.Dialog);
                if (onward is Next.Show show && Target(show.Route) is { } target) next.Enqueue(target);
            }
        }
        return reached;

        void Follow(View view)
        {
            foreach (var target in Routes(view).Select(Target).OfType<string>()) next.Enqueue(target);
        }
    }

    private static IEnumerable<Route> Routes(View view) => view.Rows.SelectMany(row => row).Select(button => button.Press).OfType<Press.Go>()
        .Select(go => go.Route);

    private string? Target(Route route) => _tour.ScreenPatterns.Concat(_tour.ActPatterns)
        .FirstOrDefault(pattern => RouteArgs.Match(pattern, route.Path) is not null);
}
