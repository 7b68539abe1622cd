namespace Lavka.Kit;

/// <summary>Messages as others really send them, of which <see cref="Mutant"/> makes hostile ones. Nobody in them is a customer of any test.</summary>
public static class Recorded
{
    private const string Anna = """{"id":77,"is_bot":false,"first_name":"Анна","last_name":"К","username":"anna","language_code":"ru","is_premium":true}""";
    private const string Chat = """{"id":77,"first_name":"\u0410\u043d\u043d\u0430","last_name":"\u041a","username":"anna","type":"private"}""";

    /// <summary>Updates of the Bot API, one of every kind that a shop reads. Their ids differ, so that none is taken for another.</summary>
    public static IReadOnlyList<string> Updates(long firstId) =>
    [
        Message(firstId, """ "text":"\u041f\u0440\u0438\u0432\u0435\u0442 \ud83d\udc4b","entities":[{"offset":0,"length":6,"type":"bold"}] """),
        Message(firstId + 1, """ "text":"/start deep-link","entities":[{"offset":0,"length":6,"type":"bot_command"}] """),
        Message(firstId + 2, """ "photo":[{"file_id":"s","file_unique_id":"u","width":90,"height":51,"file_size":1234},{"file_id":"l","width":1280,"height":720}],"caption":"receipt","media_group_id":"13" """),
        Message(firstId + 3, """ "document":{"file_id":"d","file_name":"a.pdf","mime_type":"application/pdf","file_size":20000000} """),
        Message(firstId + 4, """ "contact":{"phone_number":"+77011234567","first_name":"A","user_id":77} """),
        Message(firstId + 5, """ "venue":{"location":{"latitude":43.238949,"longitude":76.889709},"title":"Café","address":"1"} """),
        Message(firstId + 6, """ "successful_payment":{"currency":"XTR","total_amount":100,"invoice_payload":"p","telegram_payment_charge_id":"c","provider_payment_charge_id":""} """),
        $$$"""{"update_id":{{{firstId + 7}}},"callback_query":{"id":"4382","from":{{{Anna}}},"message":{"message_id":3,"chat":{{{Chat}}},"date":1700000000,"text":"Which?"},"chat_instance":"-1","data":"d1.abcdefg.=CA"}}""",
        $$$"""{"update_id":{{{firstId + 8}}},"edited_message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,"edit_date":1772000009,"text":"mended"}}""",
        $$$"""{"update_id":{{{firstId + 9}}},"my_chat_member":{"chat":{{{Chat}}},"from":{{{Anna}}},"date":1772000000,"old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked","until_date":0} } }""",
        $$$"""{"update_id":{{{firstId + 10}}},"pre_checkout_query":{"id":"9","from":{{{Anna}}},"currency":"XTR","total_amount":100,"invoice_payload":"p"}}""",
    ];

    /// <summary>Notifications of OxaPay (docs.oxapay.com, Webhook).</summary>
    public static IReadOnlyList<string> Notifications { get; } =
    [
        """{"track_id":"184747701","status":"Paid","type":"invoice","amount":10,"value":10.0005,"sent_value":10,"currency":"USD","order_id":"ORD-12345","email":"a@b.c","note":"","fee_paid_by_payer":0,"under_paid_coverage":2,"date":1739523467,"txs":[{"status":"confirmed","tx_hash":"0x1","sent_amount":10,"received_amount":9.8,"value":10,"currency":"POL","network":"Polygon Network","sender_address":"0x","address":"0x","rate":1,"confirmations":10,"auto_convert_amount":0,"date":1739523407}]}""",
        """{"trackId":"184747702","status":"Waiting","type":"payment","amount":"12.50","value":"12.50","currency":"USD"}""",
        """{"track_id":184747703,"status":"Expired","type":"invoice","txs":[],"value":0}""",
    ];

    private static string Message(long id, string content) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,{{{content}}} } }""";
}
