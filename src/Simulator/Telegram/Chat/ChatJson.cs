using System.Text.Json.Serialization;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>The web chat's JSON: camel case, nothing written for what is absent.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BotView[]))]
[JsonSerializable(typeof(PersonView[]))]
[JsonSerializable(typeof(ChatState))]
[JsonSerializable(typeof(PressView))]
[JsonSerializable(typeof(EventView))]
[JsonSerializable(typeof(ChatRequests.NewPerson))]
[JsonSerializable(typeof(ChatRequests.Write))]
[JsonSerializable(typeof(ChatRequests.Press))]
[JsonSerializable(typeof(ChatRequests.Location))]
[JsonSerializable(typeof(ChatRequests.Contact))]
[JsonSerializable(typeof(ChatRequests.Delete))]
[JsonSerializable(typeof(ChatRequests.Edit))]
[JsonSerializable(typeof(MessageView[]))]
[JsonSerializable(typeof(ChatRequests.Block))]
internal sealed partial class ChatJson : JsonSerializerContext;
