namespace Lavka.Bench.Load;

/// <summary>How the Bot API answers what it does not take.</summary>
internal sealed record Refusal(int Status, string Json)
{
    public static Refusal TooManyRequests { get; } =
        new(429, """{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 1","parameters":{"retry_after":1}}""");

    public static Refusal Blocked { get; } = new(403, """{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}""");

    public static Refusal Broken { get; } = new(500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""");
}
