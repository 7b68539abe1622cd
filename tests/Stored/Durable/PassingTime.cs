using Lavka.Kit;

namespace Lavka.Stored.Durable;

internal static class PassingTime
{
    /// <summary>Second after second passes until it has come about.</summary>
    public static Task Passes(this TempStore temp, Func<bool> condition) => temp.Passes(() => Task.FromResult(condition()));

    /// <inheritdoc cref="Passes(TempStore, Func{bool})"/>
    public static Task Passes(this TempStore temp, Func<Task<bool>> condition) => Eventually.Holds(async () =>
    {
        if (await condition()) return true;
        temp.Clock.Advance(TimeSpan.FromSeconds(1));
        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        return await condition();
    }, "time passed and it did not come about");
}
