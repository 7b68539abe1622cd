namespace Lavka.Pure.Host;

/// <summary>What Telegram delivers.</summary>
internal static class Updates
{
    public static string Start(int id) => $$$"""
        {"update_id":{{{id}}},"message":{"message_id":{{{id}}},"from":{"id":7,"is_bot":false,"first_name":"Anna","language_code":"ru"},"chat":{"id":7,"type":"private"},"date":1772000000,"text":"/start"}}
        """;
}
