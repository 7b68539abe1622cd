using Lavka.Simulator.Carrier.Wire;

namespace Lavka.Simulator.Carrier;

/// <summary>Lets in only requests whose header <c>API-Key</c> is the key of the settings; all others get the vendor's 401.</summary>
public sealed class WantsApiKey(CarrierSettings settings) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["API-Key"] == settings.ApiKey
            ? next(context)
            : ValueTask.FromResult<object?>(Answer.Refused(VendorError.Unauthorized));
}
