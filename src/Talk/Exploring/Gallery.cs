using System.Globalization;
using System.Net;
using System.Text;

namespace Lavka.Talk;

/// <summary>
/// Every scene of an atlas as it looks in a messenger on a phone 390 px wide, Russian and English side by side: one HTML page without scripts and without
/// anything from elsewhere. Each scene has an anchor; what is doubtful stands at the top and beside its scene.
/// </summary>
public static class Gallery
{
    private static readonly Text Typed = new(ru: "Сообщение", en: "Message");

    public static string Html(Atlas atlas)
    {
        var page = new StringBuilder();
        var doubts = atlas.AllDoubts.ToList();
        var maps = atlas.Dialogs.Select(map => (Map: map, Title: map.Name + (map.When.Length > 0 ? ", " + map.When : ""))).ToList();
        page.Append(CultureInfo.InvariantCulture, $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Safe(atlas.Name)}: every screen</title>
            <style>{Css}</style></head><body>
            <nav><b>{Safe(atlas.Name)}</b><a href="#doubts">Doubts <i>{doubts.Count}</i></a>
            """);
        foreach (var (map, title) in maps) page.Append(CultureInfo.InvariantCulture, $"<a href=\"#{Anchor(title)}\">{Safe(title)} <i>{map.Scenes.Count}</i></a>");
        page.Append(CultureInfo.InvariantCulture, $"<a href=\"#screens\">Screens and messages <i>{atlas.Scenes.Count}</i></a></nav><main>");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Safe(atlas.Name)}</h1><p>{maps.Sum(map => map.Map.Scenes.Count)} scenes of {maps.Count} dialogs, {atlas.Scenes.Count} screens and messages.</p>");
        page.Append("<section id=\"doubts\"><h2>Doubts</h2>").Append(doubts.Count == 0 ? "<p>None.</p>" : "<ul>");
        foreach (var (where, doubt, places) in doubts) page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{Anchor(where)}\">{Safe(where)}</a>{(places > 1 ? $" and {places - 1} more" : "")}: {Safe(doubt)}</li>");
        page.Append(doubts.Count == 0 ? "</section>" : "</ul></section>");
        foreach (var (map, title) in maps)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section id=\"{Anchor(title)}\"><h2>{Safe(title)}</h2><div class=\"diagram\">{Diagram.Svg(map, Language.En)}</div>");
            var ways = map.Ways.ToLookup(way => way.From);
            foreach (var scene in InOrder(map)) Write(page, scene, map.Terms.FirstOrDefault(term => term.Key == scene.Key), ways[scene.Id]);
            page.Append("</section>");
        }
        page.Append("<section id=\"screens\"><h2>Screens and messages</h2>");
        foreach (var scene in atlas.Scenes) Write(page, scene, null, []);
        return page.Append("</section></main></body></html>\n").ToString();
    }

    /// <summary>Question by question, each with everything that may stand there.</summary>
    private static IEnumerable<Scene> InOrder(DialogMap map)
    {
        var order = map.Terms.Select(term => term.Key).Concat(map.Scenes.Select(scene => scene.Key)).Distinct().Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at);
        return map.Scenes.OrderBy(scene => scene.Kind is SceneKind.Leaving ? int.MaxValue : order[scene.Key]).ThenBy(scene => scene.Kind);
    }

    private static void Write(StringBuilder page, Scene scene, Term? term, IEnumerable<Passage> ways)
    {
        page.Append(CultureInfo.InvariantCulture, $"<article id=\"{Anchor(scene.Id)}\" class=\"{scene.Kind.ToString().ToLowerInvariant()}\"><h3><a href=\"#{Anchor(scene.Id)}\">{Safe(scene.Key.Length > 0 ? scene.Key : scene.When)}</a>");
        page.Append(CultureInfo.InvariantCulture, $" <small>{Safe(string.Join(" · ", About(scene, term)))}</small></h3>");
        foreach (var doubt in scene.Doubts) page.Append(CultureInfo.InvariantCulture, $"<p class=\"doubt\">⚠ {Safe(doubt)}</p>");
        page.Append("<div class=\"pair\">");
        foreach (var language in Enum.GetValues<Language>()) Phone(page, scene, language);
        page.Append("</div>");
        if (scene.Hints.Count > 0)
        {
            page.Append("<table>");
            foreach (var (input, hint) in scene.Hints) page.Append(CultureInfo.InvariantCulture, $"<tr><th>{Safe(input)}</th><td>{Safe(hint.Plain(Language.Ru))}</td><td>{Safe(hint.Plain(Language.En))}</td></tr>");
            page.Append("</table>");
        }
        if (ways.Any())
        {
            page.Append("<p class=\"ways\">");
            foreach (var way in ways.DistinctBy(way => (way.Label.Plain(Language.En), way.To)))
                page.Append(CultureInfo.InvariantCulture, $"<a href=\"#{Anchor(way.To)}\">{Safe(Short(way.Label.Plain(Language.En)))} → {Safe(way.To is Passage.End or Passage.Left ? way.To : way.To[(way.To.IndexOf('/', StringComparison.Ordinal) + 1)..])}</a> ");
            page.Append("</p>");
        }
        page.Append("</article>");
    }

    private static IEnumerable<string> About(Scene scene, Term? term)
    {
        if (term is not null && scene.Kind is SceneKind.Asked) yield return term.Type + (term.IsOptional ? ", optional" : "");
        yield return scene.Kind switch { SceneKind.AskedAgain => "asked again", SceneKind.Note => "a note beside the button", var kind => kind.ToString().ToLowerInvariant() };
        if (scene.Key.Length > 0 && scene.When.Length > 0) yield return scene.When;
    }

    private static void Phone(StringBuilder page, Scene scene, Language language)
    {
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"phone\" lang=\"{language.ToString().ToLowerInvariant()}\">");
        foreach (var message in scene.Views.Select(view => view.In(language)))
        {
            if (scene.Kind is SceneKind.Note) page.Append(CultureInfo.InvariantCulture, $"<div class=\"toast\">{message.Html}</div>");
            else Bubble(page, message);
        }
        if (scene.Views.Any(view => view.AwaitsText))
            page.Append(CultureInfo.InvariantCulture, $"<div class=\"input\">{Safe(scene.Views[^1].In(language).Placeholder ?? Typed.Plain(language))}</div>");
        page.Append("</div>");
    }

    private static void Bubble(StringBuilder page, Message message)
    {
        page.Append("<div class=\"message\"><div class=\"bubble\">");
        if (message.File is { } file) page.Append(CultureInfo.InvariantCulture, $"<div class=\"file\"><span>📄</span>{Safe(file.Name)}</div>");
        page.Append(CultureInfo.InvariantCulture, $"{message.Html}</div>");
        foreach (var row in message.Rows)
        {
            page.Append("<div class=\"row\">");
            foreach (var key in row) page.Append(CultureInfo.InvariantCulture, $"<span{(key.Url is null ? "" : " class=\"link\"")}>{Safe(key.Label)}</span>");
            page.Append("</div>");
        }
        page.Append("</div>");
    }

    private static string Short(string label) => label.Length > 32 ? label[..30] + "…" : label;

    private static string Anchor(string id) => string.Concat(id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Safe(string text) => WebUtility.HtmlEncode(text);

    private const string Css = """
        *{box-sizing:border-box}body{margin:0;font:15px/1.4 system-ui,"Segoe UI",Roboto,"Noto Sans","Noto Color Emoji",sans-serif;color:#1d232a;background:#f4f5f7}
        nav{position:fixed;inset:0 auto 0 0;width:210px;padding:16px;overflow:auto;background:#fff;border-right:1px solid #dfe3e8}nav b,nav a{display:block;margin-bottom:8px}
        a{color:#2675b0;text-decoration:none}nav i{float:right;color:#8a949e;font-style:normal}main{margin-left:210px;padding:16px 24px;max-width:1720px}
        h2{margin:32px 0 8px}h3{margin:0 0 8px;font-size:15px}h3 small{color:#8a949e;font-weight:400}section>ul{columns:2 480px}
        .diagram{overflow:auto;background:#fff;border:1px solid #dfe3e8;border-radius:12px;margin-bottom:16px}.diagram svg{display:block;margin:auto}
        article{display:inline-block;vertical-align:top;width:820px;max-width:100%;margin:0 12px 16px 0;padding:14px;background:#fff;border:1px solid #dfe3e8;border-radius:12px}
        article:target{outline:3px solid #2675b0}.pair{display:flex;gap:10px;flex-wrap:wrap}.doubt{margin:0 0 8px;padding:4px 8px;background:#fff4d6;border-radius:6px}
        .phone{width:390px;max-width:100%;border-radius:10px;overflow:hidden;background:#c8d8b0 linear-gradient(160deg,#b9d3a6,#d7dfb5);padding:12px 8px 12px;position:relative;display:flex;flex-direction:column}
        .message{max-width:328px;min-width:240px;width:fit-content;margin-bottom:8px}.bubble{background:#fff;border-radius:14px;padding:8px 12px;white-space:pre-wrap;overflow-wrap:anywhere}
        .bubble code{font:14px ui-monospace,Menlo,monospace;color:#2675b0}.row{display:flex;gap:4px;margin-top:4px}
        .row span{flex:1 1 0;min-width:0;padding:8px 6px;border-radius:9px;background:#5b7a4699;color:#fff;text-align:center;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;position:relative}
        .row .link::after{content:"↗";position:absolute;top:0;right:5px;font-size:11px}.file{display:flex;align-items:center;gap:8px;color:#2675b0;margin-bottom:4px}.file span{font-size:26px}
        .toast{align-self:center;background:#000b;color:#fff;border-radius:10px;padding:10px 14px;margin:20px}.input{background:#fff;color:#8a949e;margin:auto -8px -12px;padding:12px 16px}
        table{border-collapse:collapse;margin-top:8px;width:100%;font-size:13px}td,th{padding:3px 8px;border-top:1px solid #eceff2;text-align:left;vertical-align:top;width:42%}th{width:16%;font-weight:400;color:#8a949e}
        .ways{margin:8px 0 0;font-size:12px;color:#8a949e}.ways a{display:inline-block;margin-right:10px}
        @media(max-width:900px){nav{position:static;width:auto}main{margin:0;padding:12px}}
        """;
}
