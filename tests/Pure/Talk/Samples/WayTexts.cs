using Lavka.Talk;

namespace Lavka.Pure.Talk.Samples;

internal static class WayTexts
{
    public static Text Label(Way way) => way switch
    {
        Way.Courier => new(ru: "🚚 Курьером", en: "🚚 Courier"),
        _ => new(ru: "📦 В постамат", en: "📦 Locker"),
    };
}
