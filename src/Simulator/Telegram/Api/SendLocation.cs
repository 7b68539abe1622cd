using System.Globalization;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>A place in degrees; live ones are not played.</summary>
public sealed class SendLocation(People people) : ISendingMethod
{
    public string Name => "sendLocation";

    public IReadOnlyList<string> Fields { get; } = [.. Sending.Fields, "latitude", "longitude", "horizontal_accuracy"];

    public ValueTask<Success> Run(Call call, CancellationToken cancellationToken) =>
        new(call.Send(people, () => new Content.Location(Degrees(call, "latitude", most: 90), Degrees(call, "longitude", most: 180))));

    private static double Degrees(Call call, string name, int most) => call.Arguments.Text(name) switch
    {
        null or "" => throw RefusedException.BadRequest($"{name} is empty"),
        var text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most => degrees,
        _ => throw RefusedException.BadRequest($"wrong {name} specified"),
    };
}
