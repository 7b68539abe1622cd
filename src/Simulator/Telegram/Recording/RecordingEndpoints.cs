using System.Net.Mime;
using System.Text;
using Lavka.Simulator.Telegram.Chat;

namespace Lavka.Simulator.Telegram.Recording;

/// <summary>A chat as a file: <c>GET /sim/recordings/{bot}/{person}</c>.</summary>
public static class RecordingEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/sim").AddEndpointFilter<RefusalFilter>().MapGet("/recordings/{bot:long}/{person:long}", ([AsParameters] ChatOf of) => File(RecordedChat.Of(of.Conversation), of.Person));

    private static IResult File(RecordedChat chat, long person) =>
        Results.File(Encoding.UTF8.GetBytes(chat.ToText()), MediaTypeNames.Application.Json, $"{chat.Bot}-{person}.json");
}
