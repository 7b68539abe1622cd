namespace Lavka.Whole;

/// <summary>Kills the host at everything that a person does, at one moment after another, and starts it again.</summary>
public sealed class Fate(Town town, Customer customer, KillMoment first)
{
    private static readonly int Moments = Enum.GetValues<KillMoment>().Length;
    private int _next = (int)first;

    /// <summary>The act comes through a death of the host, and what must follow it follows.</summary>
    public async Task Befalls(Func<Task> act, string thenSees)
    {
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
        await town.Host.Restart();
        await acting;
        await customer.Sees(thenSees);
    }
}
