using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.State;
using Lavka.Simulator.Telegram.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>The Bot API's two addresses: <c>/bot&lt;token&gt;/&lt;method&gt;</c> and <c>/file/bot&lt;token&gt;/&lt;path&gt;</c>.</summary>
public static class BotApiEndpoints
{
    public static void MapBotApi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/bot{token}/{method}", [HttpMethods.Get, HttpMethods.Post], Run);
        routes.MapGet("/file/bot{token}/{**path}", Download);
    }

    private static async Task Run(HttpContext context, string token, string method, BotAccounts bots, CallDispatcher calls, RefusalLog refusals)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ArgumentsReader.MostBytes;
        try
        {
            var bot = bots.FindByToken(token) ?? throw new RefusedException(StatusCodes.Status401Unauthorized, "Unauthorized");
            var arguments = await ArgumentsReader.Read(context.Request);
            await Answer(context, await calls.Run(bot, method, arguments, context.RequestAborted));
        }
        catch (RefusedException refusal)
        {
            refusals.Add(botId: null, method, arguments: null, refusal);
            await Answer(context, new CallOutcome.Refused(refusal));
        }
    }

    private static async Task Answer(HttpContext context, CallOutcome outcome)
    {
        switch (outcome)
        {
            case CallOutcome.Accepted accepted:
                await Write(context, new WireAnswer(Ok: true) { Result = accepted.Success.Result, Description = accepted.Success.Description });
                break;
            case CallOutcome.Refused { Refusal: var refusal }:
                context.Response.StatusCode = refusal.Code;
                await Write(context, new WireAnswer(Ok: false)
                {
                    ErrorCode = refusal.Code,
                    Description = refusal.Message,
                    Parameters = refusal.RetryAfter is { } wait ? new WireParameters((int)wait.TotalSeconds) : null,
                });
                break;
            case CallOutcome.Lost:
                context.Abort();
                break;
        }
    }

    private static Task Write(HttpContext context, WireAnswer answer) =>
        context.Response.WriteAsJsonAsync(answer, WireJson.Default.WireAnswer, contentType: null, context.RequestAborted);

    private static IResult Download(string token, string path, BotAccounts bots, FileStore files)
    {
        if (bots.FindByToken(token) is not { } bot)
            return Results.Json(new WireAnswer(Ok: false) { ErrorCode = 401, Description = "Unauthorized" }, WireJson.Default.WireAnswer, statusCode: 401);
        return files.FindByPath(bot.Id, path) is { } file
            ? Results.Bytes(file.Bytes, "application/octet-stream")
            : Results.Json(new WireAnswer(Ok: false) { ErrorCode = 404, Description = "Not Found" }, WireJson.Default.WireAnswer, statusCode: 404);
    }
}
