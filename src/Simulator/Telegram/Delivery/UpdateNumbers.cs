using System.Security.Cryptography;

namespace Lavka.Simulator.Telegram.Delivery;

/// <summary>Numbers a bot's updates one after another. After a week without any, and when asked to, the row begins anew at a random number. Not for several threads at once.</summary>
public sealed class UpdateNumbers
{
    private const long First = 500_000_001;
    private const int Highest = 400_000_000;
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(7);

    private long _next = First;
    private DateTimeOffset? _last;
    private bool _anew;

    public void BeginAnew() => _anew = true;

    /// <summary>The number of the next update; a wish to begin anew waits until nothing is on its way.</summary>
    public long Next(DateTimeOffset now, bool nothingPending)
    {
        if (nothingPending && (_anew || now - _last > Quiet))
            (_next, _anew) = (RandomNumberGenerator.GetInt32(1, Highest), false);
        _last = now;
        return _next++;
    }

    /// <summary>Later updates count on from this one.</summary>
    public void GoOnAfter(long id) => _next = id + 1;
}
