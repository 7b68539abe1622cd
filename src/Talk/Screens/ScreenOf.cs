namespace Lavka.Talk;

/// <summary>A screen in two halves: <see cref="Read"/> fetches what is needed, <see cref="Show"/> is a pure picture of it that tests and galleries can draw without a store.</summary>
public abstract class Screen<TDesk, TModel> : Screen<TDesk> where TModel : class
{
    public sealed override async Task<View?> Open(TDesk desk, RouteArgs at, CancellationToken ct) =>
        await Read(desk, at, ct) is { } model ? Show(model) : null;

    /// <summary>Null when the person has no such thing. This is where it is checked whose thing it is.</summary>
    protected abstract Task<TModel?> Read(TDesk desk, RouteArgs at, CancellationToken ct);

    public abstract View Show(TModel model);
}
