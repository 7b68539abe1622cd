using System.Globalization;
using Lavka.Durable;
using Lavka.Talk;

namespace Lavka.Commerce;

/// <summary>For the owner alone: whom the bot does not hear now because he sent too much, and a button for each by which he is heard again (vpn:S-11). To anybody else it does not exist.</summary>
/// <param name="home">The address of the shop's menu.</param>
public sealed class BansScreen(string home) : Screen<Desk, BansScreen.Model>
{
    public const string Route = "bans";

    private const string LiftPattern = "bans/{chat}/lift";
    private const int AtOnce = 10;

    public override string Pattern => Route;

    private Button[] Last => [Button.To(BanTexts.Refresh, Route), Button.To(DialogTexts.Home, home)];

    /// <summary>Those who were banned last, and whether there are others.</summary>
    public sealed record Model(IReadOnlyList<Banned> People, bool HasOthers);

    /// <summary>Puts the list, its button and the owner's command <c>/bans</c> into a shop's script.</summary>
    public static Script<Desk> In(Script<Desk> script) =>
        script.HiddenCommand(Route, new Route(Route)).Screen(new BansScreen(script.Home.Path)).Act(LiftPattern, Lift);

    /// <summary>What the explorer is shown of it.</summary>
    public static Tour In(Tour tour, string home) => tour
        .Screen("everybody is heard", new BansScreen(home), new Model([], HasOthers: false))
        .Screen("somebody is not heard", new BansScreen(home), new Model([new Banned("7", "Anna", DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(251))], HasOthers: true))
        .Act(LiftPattern, "", new Next.Stay(BanTexts.Lifting.With("name", "Anna")))
        .Act(LiftPattern, "heard again by himself", new Next.Stay(BanTexts.Over));

    public override View Show(Model model)
    {
        if (model.People.Count == 0) return new View(BanTexts.Nobody).Row(Last);
        var lines = model.People.Select(banned => BanTexts.Line.With("name", banned.Name).With("left", Shown(banned.Left)));
        var view = new View(Text.Lines([BanTexts.Title, Text.Empty, .. lines, model.HasOthers ? BanTexts.Others : null]));
        foreach (var banned in model.People) view = view.Row(Button.To(BanTexts.Lift.With("name", banned.Name), $"bans/{banned.Chat}/lift"));
        return view.Row(Last);
    }

    protected override async Task<Model?> Read(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (!desk.IsOwner) return null;
        var people = await Banned.Of(desk, AtOnce + 1, ct);
        return new Model([.. people.Take(AtOnce)], people.Count > AtOnce);
    }

    /// <summary>It is written in the chat of who is banned, in a turn of that chat, and not in this one.</summary>
    private static async Task<Next> Lift(Desk desk, RouteArgs at, CancellationToken ct)
    {
        if (!desk.IsOwner) return new Next.Stay(BanTexts.NotYours);
        if (await Banned.In(desk, at["chat"], ct) is not { } banned) return new Next.Stay(BanTexts.Over);
        await Jobs.Add(desk.Transaction, BanLift.Of(desk.Chat with { Chat = banned.Chat }, banned.Since, desk.Now), ct);
        return new Next.Stay(BanTexts.Lifting.With("name", banned.Name));
    }

    private static Text Shown(TimeSpan left) => BanTexts.Left.With("minutes", (int)left.TotalMinutes).With("seconds", left.Seconds.ToString("00", CultureInfo.InvariantCulture));
}
