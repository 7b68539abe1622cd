namespace Lavka.Host;

/// <summary>
/// The way in for messengers and providers, below <c>/hooks/</c>. From the moment on at which the program is asked to stop, whoever comes is told to come again (503 with
/// <c>Retry-After</c>) and the readiness check says no, so that a balancer goes elsewhere; who is inside is served to the end (vpn:S-12).
/// </summary>
public sealed class Doors
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _empty = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;
    private int _inside;

    /// <summary>How many calls are being served.</summary>
    public int Inside
    {
        get
        {
            lock (_lock) return _inside;
        }
    }

    /// <summary>Completes when everybody who is inside was served. It may be called again.</summary>
    public Task Close()
    {
        lock (_lock)
        {
            _isClosed = true;
            if (_inside == 0) _empty.TrySetResult();
        }
        return _empty.Task;
    }

    /// <summary>Serves a call, or turns it away.</summary>
    public async Task Pass(HttpContext call, RequestDelegate serve)
    {
        var isHook = call.Request.Path.StartsWithSegments("/hooks", StringComparison.Ordinal);
        if (!isHook && !call.Request.Path.Equals("/health/ready", StringComparison.Ordinal)) await serve(call);
        else if (Enter()) await Serve(call, serve);
        else
        {
            call.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            call.Response.Headers.RetryAfter = "1";
        }
    }

    private async Task Serve(HttpContext call, RequestDelegate serve)
    {
        try
        {
            await serve(call);
        }
        finally
        {
            Leave();
        }
    }

    private bool Enter()
    {
        lock (_lock)
        {
            if (_isClosed) return false;
            _inside++;
            return true;
        }
    }

    private void Leave()
    {
        lock (_lock)
            if (--_inside == 0 && _isClosed) _empty.TrySetResult();
    }
}
