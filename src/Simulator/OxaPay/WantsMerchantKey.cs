namespace Lavka.Simulator.OxaPay;

/// <summary>Lets in only requests whose header <c>merchant_api_key</c> is the key of the settings; all others get the vendor's 401.</summary>
public sealed class WantsMerchantKey(OxaPaySettings settings) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Request.Headers["merchant_api_key"] == settings.MerchantKey
            ? next(context)
            : ValueTask.FromResult<object?>(Answer.Refused(401, "merchant_api_key", "The merchant API key is missing or wrong."));
}
