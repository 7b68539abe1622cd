namespace Lavka.Whole;

/// <summary>Kills a host at everything that a person does, or at every so manyth thing, at one moment after another, and starts it again.</summary>
public sealed class Fate(Town town, Customer customer, KillMoment first, int every = 1)
{
    private static readonly int Moments = Enum.GetValues<KillMoment>().Length;
    private int _next = (int)first;
    private int _acts;

    /// <summary>The act comes through a death of the host, and what must follow it follows.</summary>
    public async Task Befalls(Func<Task> act, string thenSees)
    {
        if (_acts++ % every != 0)
        {
            await act();
            await customer.Sees(thenSees);
            return;
        }
        var acting = act();
        switch ((KillMoment)(_next++ % Moments))
        {
            case KillMoment.Taken:
                await acting;
                await Until.True(async () => await town.Telegram.Pending() == 0);
                break;
            case KillMoment.Shown:
                await acting;
                await customer.Sees(thenSees);
                break;
        }
        await town.OneDies();
        await acting;
        await customer.Sees(thenSees);
    }
}
