using Lavka.Talk;

namespace Lavka.Host;

/// <summary>A kind of shop that this program can run. Adding one is one line in <see cref="All"/>.</summary>
public abstract class ShopKind
{
    public static IReadOnlyList<ShopKind> All { get; } = [new ShippingKind()];

    /// <summary>The value of <c>Shops__id__Kind</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The keys below <c>Shops__id</c> that belong to this kind.</summary>
    public abstract IReadOnlyList<string> Keys { get; }

    /// <summary>What the explorer is shown of this kind.</summary>
    public abstract Tour Tour { get; }

    /// <summary>Every fault in those keys.</summary>
    public abstract IReadOnlyList<SettingFault> Check(IConfigurationSection section);

    /// <summary>The shop as its settings describe it. Called after <see cref="Check"/> found nothing.</summary>
    public abstract ShopParts Open(ShopSettings settings, Uri publicUrl, OwnerLine owner, HttpClient http, TimeProvider clock, ILoggerFactory logs);
}
