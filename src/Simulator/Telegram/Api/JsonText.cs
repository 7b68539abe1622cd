using System.Text.Json;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Reads strings of JSON; half a surrogate pair, which JSON can spell but UTF-8 cannot, is refused.</summary>
public static class JsonText
{
    public static string Of(JsonElement json)
    {
        try
        {
            return json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw RefusedException.BadRequest("strings must be encoded in UTF-8");
        }
    }
}
