using System.Net;
using System.Text.Json.Nodes;

namespace Lavka.Whole;

/// <summary>Posts each update again and again until the host says that it has it, as Telegram does, only without its pauses.</summary>
public sealed class StubbornDelivery(RawDelivery raw) : IDelivery
{
    public Task Write(string text) => UntilTaken(RawUpdate.Wrote(raw.NextId(), raw.Person, text));

    public async Task<string?> Press(int message, string data)
    {
        await UntilTaken(RawUpdate.Pressed(raw.NextId(), raw.Person, message, data));
        return null;
    }

    private Task UntilTaken(JsonObject update) => Until.True(() => IsTaken(update), "the host takes an update");

    private async Task<bool> IsTaken(JsonObject update)
    {
        try
        {
            return await raw.Post(update) is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
