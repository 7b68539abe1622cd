using Lavka.Commerce;
using Lavka.Host;
using Lavka.Talk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Lavka.Bench.Serving;

/// <summary>A shop that has nothing but the form: <c>/start</c> opens it, its end says what was saved.</summary>
internal sealed class FormKind : ShopKind
{
    private const string Home = "form";

    private static readonly Text Saved = Text.Same("Saved: {first} {last} {city}");

    public override string Name => "Form";

    public override IReadOnlyList<string> Keys { get; } = [];

    public override Tour Tour => Tour.Of(Name, Script());

    public override IReadOnlyList<SettingFault> Check(IConfigurationSection section) => [];

    public override ShopParts Open(ShopSettings settings, Uri publicUrl, OwnerLine owner, HttpClient http, TimeProvider clock, ILoggerFactory logs) =>
        new(new Shop(settings.Id), Script(), [], [], []);

    private static Script<Desk> Script() => new Script<Desk>(new Route(Home))
        .Opens(Home, FormDialog.DialogName)
        .Dialog(FormDialog.DialogName, () => new FormDialog(), filled => new Next.Tell(new View(Told(filled))));

    private static Text Told(Filled filled) => Saved.With("first", filled.First).With("last", filled.Last).With("city", filled.City);
}
