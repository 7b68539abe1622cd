using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Somebody's phone number and name.</summary>
public sealed class SendContact(People people) : ISendingMethod
{
    public string Name => "sendContact";

    public IReadOnlyList<string> Fields { get; } = [.. Sending.Fields, "phone_number", "first_name", "last_name", "vcard"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) => new(call.Send(
        people,
        () => new Content.Contact(Required(call, "phone_number"), Required(call, "first_name"), call.Arguments.Text("last_name"), UserId: null)));

    private static string Required(Call call, string name) => call.Arguments.Text(name) is { Length: > 0 } text
        ? text
        : throw RefusedException.BadRequest($"parameter \"{name}\" is required");
}
