namespace Lavka.Talk;

/// <summary>
/// A page of the shop that a person looks at. It keeps no state: everything it needs is in its route and in the store, so a button from last year opens it as it is today.
/// </summary>
/// <typeparam name="TDesk">What a shop may touch inside one turn.</typeparam>
public abstract class Screen<TDesk>
{
    /// <summary>The routes that lead here, with holes: <c>order/{id}</c>.</summary>
    public abstract string Pattern { get; }

    /// <summary>Null when there is nothing to show for this person: it is gone, or it is somebody else's.</summary>
    public abstract Task<View?> Open(TDesk desk, RouteArgs at, CancellationToken ct);
}
