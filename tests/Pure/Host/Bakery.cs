using Lavka.Host;
using Lavka.Talk;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Lavka.Pure.Host;

/// <summary>A kind of shop that the product does not have.</summary>
internal sealed class Bakery : ShopKind
{
    public override string Name => "Bakery";

    public override IReadOnlyList<string> Keys => [];

    public override Tour Tour => throw new NotSupportedException();

    public override IReadOnlyList<SettingFault> Check(IConfigurationSection section) => [];

    public override ShopParts Open(ShopSettings settings, Uri publicUrl, OwnerLine owner, HttpClient http, TimeProvider clock, ILoggerFactory logs) => throw new NotSupportedException();
}
