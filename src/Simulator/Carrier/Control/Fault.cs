namespace Lavka.Simulator.Carrier.Control;

/// <summary>One planned failure and how many requests it still strikes.</summary>
public sealed record Fault(FaultKind Kind, string Path, string? Method, int Times, TimeSpan Slowness, int RetryAfter)
{
    public static Fault From(FaultRequest request) => new(
        request.Kind!.Value,
        request.Path ?? "/",
        request.Method,
        request.Times ?? 1,
        TimeSpan.FromSeconds(request.Seconds ?? 5),
        request.RetryAfter ?? 1);

    /// <summary>What is left of it, in the words in which it was asked for.</summary>
    public FaultRequest ToRequest() => new(Kind, Path, Method, Times, Slowness.TotalSeconds, RetryAfter);

    public bool Strikes(string method, PathString path) =>
        path.Value!.StartsWith(CarrierSettings.Root + Path, StringComparison.Ordinal)
        && (Method is null || method.Equals(Method, StringComparison.OrdinalIgnoreCase))
        && (Kind is not (FaultKind.Funds or FaultKind.Address) || (HttpMethods.IsPost(method) && path == CarrierSettings.Root + "/labels"));
}
