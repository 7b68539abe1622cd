using Lavka.Simulator.Telegram.Api;
using Lavka.Simulator.Telegram.Chat;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.Delivery;
using Lavka.Simulator.Telegram.Files;
using Lavka.Simulator.Telegram.Recording;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram;

/// <summary>Everything of Telegram that the simulator plays: the Bot API, the delivery of updates, the people in their chats, and the tests' control.</summary>
public static class TelegramSimulator
{
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ChatJson.Default);
            json.SerializerOptions.TypeInfoResolverChain.Insert(1, ControlJson.Default);
        });
        return services
            .AddSingleton<People>().AddSingleton<FileStore>().AddSingleton<OpenPresses>().AddSingleton<BotAccounts>()
            .AddSingleton<PersonActs>().AddSingleton<WebhookReplies>().AddSingleton<CallDispatcher>()
            .AddSingleton<CallLog>().AddSingleton<RefusalLog>().AddSingleton<Faults>().AddSingleton<Limits>().AddSingleton<FloodGuard>().AddSingleton<RawUpdates>()
            .AddMethods();
    }

    public static void MapTelegram(this IEndpointRouteBuilder routes)
    {
        routes.MapBotApi();
        routes.MapChat();
        routes.MapControl();
        routes.MapRecordings();
    }

    private static IServiceCollection AddMethods(this IServiceCollection services) => services
        .AddSingleton<IMethod, GetMe>().AddSingleton<IMethod, GetChat>().AddSingleton<IMethod, GetFile>()
        .AddSingleton<IMethod, SetWebhook>().AddSingleton<IMethod, DeleteWebhook>().AddSingleton<IMethod, GetWebhookInfo>()
        .AddSingleton<IMethod, GetUpdates>()
        .AddSingleton<IMethod, SetMyCommands>().AddSingleton<IMethod, GetMyCommands>().AddSingleton<IMethod, SetChatMenuButton>()
        .AddSingleton<IMethod, SendMessage>().AddSingleton<IMethod, SendPhoto>().AddSingleton<IMethod, SendDocument>()
        .AddSingleton<IMethod, SendMediaGroup>().AddSingleton<IMethod, SendLocation>().AddSingleton<IMethod, SendContact>()
        .AddSingleton<IMethod, CopyMessage>().AddSingleton<IMethod, SendChatAction>()
        .AddSingleton<IMethod, EditMessageText>().AddSingleton<IMethod, EditMessageCaption>().AddSingleton<IMethod, EditMessageReplyMarkup>()
        .AddSingleton<IMethod, EditMessageMedia>()
        .AddSingleton<IMethod, DeleteMessage>().AddSingleton<IMethod, DeleteMessages>()
        .AddSingleton<IMethod, AnswerCallbackQuery>()
        .AddSingleton<IMethod, AnswerPreCheckoutQuery>();
}
