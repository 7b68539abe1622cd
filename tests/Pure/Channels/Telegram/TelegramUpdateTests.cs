using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lavka.Channels.Telegram;
using Lavka.Kit;
using Lavka.Talk;
using Shouldly;
using Xunit;

namespace Lavka.Pure.Channels.Telegram;

public class TelegramUpdateTests
{
    private const string Anna = """{"id":7,"is_bot":false,"first_name":"Анна","last_name":"К","username":"anna","language_code":"ru","is_premium":true}""";
    private const string Chat = """{"id":7,"first_name":"\u0410\u043d\u043d\u0430","last_name":"\u041a","username":"anna","type":"private"}""";
    private static readonly DateTimeOffset Received = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1772000000);

    [Fact]
    public void a_text_is_what_somebody_wrote() =>
        Understood($$$"""{"update_id":900000001,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,"text":"\u041f\u0440\u0438\u0432\u0435\u0442 \ud83d\udc4b \"a\"\n\t\/","entities":[{"offset":0,"length":6,"type":"bold"}]}}""")
            .ShouldBe(new Inbound("900000001", "7", new Person("7", "Анна К", "anna", "ru"), Sent, new Happening.Wrote("Привет 👋 \"a\"\n\t/", "3")));

    [Fact]
    public void a_press_carries_its_data_its_query_and_the_message_it_was_under() =>
        Understood($$$"""{"update_id":1,"callback_query":{"id":"4382bfdwdsb323b2d9","from":{{{Anna}}},"message":{"message_id":3,"from":{"id":42,"is_bot":true,"first_name":"Labels"},"chat":{{{Chat}}},"date":1700000000,"text":"Which?"},"chat_instance":"-1","data":"@1"}}""")
            .ShouldBe(new Inbound("1", "7", new Person("7", "Анна К", "anna", "ru"), Received, new Happening.Pressed("@1", "4382bfdwdsb323b2d9", "3")));

    [Theory]
    [InlineData(""" "message":{"message_id":3,"chat":{"id":7,"type":"private"},"date":0} """, "3")]
    [InlineData(""" "inline_message_id":"AAA" """, null)]
    [InlineData(""" "message":null """, null)]
    public void a_press_under_a_message_that_is_out_of_reach_still_counts(string message, string? id) =>
        What($$$"""{"update_id":1,"callback_query":{"id":"q","from":{{{Anna}}},"data":"@1",{{{message}}}}}""")
            .ShouldBe(new Happening.Pressed("@1", "q", id));

    [Theory]
    [InlineData(""" "photo":[{"file_id":"s","width":90},{"file_id":"m","width":320},{"file_id":"l","width":1280}],"caption":"receipt" """, "photo", "l", "receipt")]
    [InlineData(""" "document":{"file_id":"d","file_name":"a.pdf"} """, "document", "d", null)]
    [InlineData(""" "animation":{"file_id":"a"},"document":{"file_id":"a2"} """, "animation", "a", null)]
    [InlineData(""" "voice":{"file_id":"v","duration":2} """, "voice", "v", null)]
    [InlineData(""" "audio":{"file_id":"au"} """, "audio", "au", null)]
    [InlineData(""" "video":{"file_id":"vi"},"caption":null """, "video", "vi", null)]
    [InlineData(""" "video_note":{"file_id":"vn"} """, "video_note", "vn", null)]
    [InlineData(""" "sticker":{"file_id":"st","emoji":"👍"} """, "sticker", "st", null)]
    [InlineData(""" "photo":[{"file_id":"l","width":1280,"height":720},{"file_id":"s","width":90,"height":51},null] """, "photo", "l", null)]
    [InlineData(""" "contact":{"first_name":"A"} """, "contact", null, null)]
    [InlineData(""" "location":{"latitude":143.2,"longitude":76.9} """, "location", null, null)]
    [InlineData(""" "location":{"latitude":1e400,"longitude":76.9} """, "location", null, null)]
    [InlineData(""" "dice":{"emoji":"🎲","value":6} """, "other", null, null)]
    [InlineData(""" "photo":[null] """, "other", null, null)]
    public void what_is_not_text_comes_with_its_kind_and_its_file(string content, string kind, string? file, string? caption) =>
        What($$$"""{"update_id":1,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,{{{content}}}}}""")
            .ShouldBe(new Happening.Sent(kind, file is null ? null : MediaOf(kind, file), caption, null, "3"));

    private static Media MediaOf(string kind, string file) =>
        new(kind, file, file == "d" ? "a.pdf" : null, kind == "photo" ? "image/jpeg" : null);

    [Fact]
    public void a_file_comes_with_its_name_its_type_and_its_size_and_what_was_sent_together_with_its_album() =>
        What($$$"""{"update_id":1,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,"media_group_id":"137","document":{"file_id":"d","file_name":"дом.png","mime_type":"image/png","file_size":5000000000} }}""")
            .ShouldBe(new Happening.Sent("document", new Media("document", "d", "дом.png", "image/png", 5_000_000_000), null, "137", "3"));

    [Theory]
    [InlineData(""" "phone_number":"79991234567","first_name":"Анна","user_id":7 """, "79991234567", "Анна", true)]
    [InlineData(""" "phone_number":"+371 29","first_name":"Bob","last_name":"B","user_id":8 """, "+371 29", "Bob B", false)]
    [InlineData(""" "phone_number":"+1","first_name":"A" """, "+1", "A", false)]
    public void a_contact_is_his_own_when_it_names_him(string contact, string phone, string name, bool isOwn) =>
        What($$$"""{"update_id":1,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,"contact":{ {{{contact}}} } }}""")
            .ShouldBe(new Happening.Contact(phone, name, isOwn));

    [Theory]
    [InlineData(""" "location":{"latitude":43.2389,"longitude":-76.88970012} """, "43.2389", "-76.8897")]
    [InlineData(""" "location":{"latitude":-90,"longitude":180},"venue":{"title":"x","location":{"latitude":-90,"longitude":180}} """, "-90", "180")]
    [InlineData(""" "venue":{"title":"x","location":{"latitude":1,"longitude":2}} """, "1", "2")]
    public void a_location_and_a_venue_are_places(string content, string latitude, string longitude) =>
        What($$$"""{"update_id":1,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,{{{content}}}}}""")
            .ShouldBe(new Happening.Place(decimal.Parse(latitude, CultureInfo.InvariantCulture), decimal.Parse(longitude, CultureInfo.InvariantCulture)));

    [Fact]
    public void a_changed_message_is_named() =>
        Understood($$$"""{"update_id":1,"edited_message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1700000000,"edit_date":1772000000,"text":"new"}}""")
            .ShouldBe(new Inbound("1", "7", new Person("7", "Анна К", "anna", "ru"), Sent, new Happening.Edited("3")));

    [Theory]
    [InlineData("kicked", typeof(Happening.Left))]
    [InlineData("member", typeof(Happening.Returned))]
    [InlineData("restricted", typeof(Happening.Other))]
    public void stopping_and_restarting_the_bot_is_heard(string status, Type expected) =>
        What($$$"""{"update_id":1,"my_chat_member":{"chat":{{{Chat}}},"from":{{{Anna}}},"date":1772000000,"old_chat_member":{"user":{"id":42},"status":"member"},"new_chat_member":{"user":{"id":42},"status":"{{{status}}}","until_date":0},"via_join_request":false}}""")
            .ShouldBeOfType(expected);

    [Theory]
    [InlineData("group", "-100")]
    [InlineData("supergroup", "-1001234567890")]
    [InlineData("channel", "-1001234567890")]
    public void what_happens_in_groups_and_channels_is_only_acknowledged(string type, string chat)
    {
        var inbound = Understood($$$"""{"update_id":1,"message":{"message_id":3,"from":{{{Anna}}},"chat":{"id":{{{chat}}},"type":"{{{type}}}"},"date":1772000000,"text":"hi"}}""");

        (inbound.Chat, inbound.What).ShouldBe((chat, new Happening.Other("group")));
    }

    [Theory]
    [InlineData("""{"update_id":1}""", "unknown")]
    [InlineData("""{"update_id":1,"message":null}""", "unknown")]
    [InlineData("""{"update_id":1,"poll":{"id":"1"}}""", "unknown")]
    [InlineData("""{"update_id":1,"inline_query":{"id":"i","from":{"id":7},"query":"x"}}""", "inline_query")]
    [InlineData("""{"update_id":1,"inline_query":{}}""", "inline_query")]
    [InlineData("""{"update_id":1,"message":{}}""", "message")]
    [InlineData("""{"update_id":1,"message":{"chat":null,"from":null,"text":"x"}}""", "message")]
    [InlineData("""{"update_id":1,"message":{"chat":{"id":7,"type":"private"},"pinned_message":{"message_id":1}}}""", "message")]
    [InlineData("""{"update_id":1,"callback_query":{}}""", "callback_query")]
    [InlineData("""{"update_id":1,"pre_checkout_query":{}}""", "pre_checkout_query")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"q","from":{"id":7},"game_short_name":"x"}}""", "callback_query")]
    [InlineData("""{"update_id":1,"my_chat_member":{}}""", "my_chat_member")]
    [InlineData("""{"update_id":1,"edited_message":{"chat":{"id":7,"type":"private"}}}""", "edited_message")]
    public void everything_else_is_understood_as_nothing_to_react_to(string json, string kind) => What(json).ShouldBe(new Happening.Other(kind));

    [Fact, Covers("vpn:S-09")]
    public void what_belongs_to_a_payment_is_known_as_such()
    {
        What("""{"update_id":1,"pre_checkout_query":{"id":"p","from":{"id":7},"currency":"XTR","total_amount":1,"invoice_payload":"x"}}""").ShouldBe(new Happening.Checkout("p"));
        What("""{"update_id":1,"message":{"chat":{"id":7,"type":"private"},"successful_payment":{"currency":"XTR","total_amount":1}}}""")
            .ShouldBe(new Happening.Other("successful_payment", IsPayment: true));
    }

    [Theory]
    [InlineData("""{"update_id":1,"message":{"message_id":3,"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"message":{"from":{"id":7},"chat":{"id":7,"type":"private"},"successful_payment":{"currency":"XTR","total_amount":1}}}""")]
    [InlineData("""{"update_id":1,"edited_message":{"message_id":3,"from":{"id":7},"chat":{"id":7,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":1,"callback_query":{"id":"q","from":{"id":7},"data":"x"}}""")]
    [InlineData("""{"update_id":1,"my_chat_member":{"from":{"id":7},"chat":{"id":7,"type":"private"},"new_chat_member":{"status":"kicked"}}}""")]
    [InlineData("""{"update_id":1,"pre_checkout_query":{"id":"p","from":{"id":7},"currency":"XTR","total_amount":1,"invoice_payload":"x"}}""")]
    [InlineData("""{"update_id":1,"inline_query":{"id":"i","from":{"id":7},"query":"x","offset":"","chat_type":"group"}}""")]
    [Covers("vpn:S-09")]
    public void every_kind_comes_from_the_chat_of_its_sender_so_that_it_counts_as_his(string json)
    {
        var update = Understood(json);

        (update.Chat, update.From.Id).ShouldBe(("7", "7"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"update\"")]
    [InlineData("{}")]
    [InlineData("""{"update_id":null}""")]
    [InlineData("""{"update_id":"1"}""")]
    [InlineData("""{"update_id":99999999999999999999}""")]
    [InlineData("""{"update_id":1.5}""")]
    public void bytes_without_an_id_are_unreadable(string json) => Unreadable(json).UpdateId.ShouldBeNull();

    [Theory]
    [InlineData("""{"update_id":9,"message":{"text":5}}""")]
    [InlineData("""{"update_id":9,"message":[]}""")]
    [InlineData("""{"update_id":9,"message":{"chat":{"id":99999999999999999999}}}""")]
    [InlineData("""{"update_id":9,"message":{"text":"torn""")]
    [InlineData("""{"update_id":9}garbage""")]
    [InlineData("""{"message":{"chat":7},"update_id":9}""")]
    public void an_unreadable_update_still_tells_its_id(string json) => Unreadable(json).UpdateId.ShouldBe(9);

    [Fact]
    public void the_reason_quotes_nothing_of_the_update() =>
        Unreadable("""{"update_id":9,"message":{"chat":{"id":"my secret"}}}""").Why.ShouldBe("it is not an update at $.message.chat.id, byte 50 of line 0");

    [Fact]
    public void ids_of_64_bits_are_kept_exactly()
    {
        var inbound = Understood("""{"update_id":9223372036854775807,"message":{"message_id":1,"from":{"id":9223372036854775807},"chat":{"id":-9223372036854775808,"type":"private"},"date":9223372036854775807,"text":"x"}}""");

        (inbound.Id, inbound.Chat, inbound.From.Id, inbound.At).ShouldBe(("9223372036854775807", "-9223372036854775808", "9223372036854775807", Received));
    }

    [Theory]
    [InlineData("""a\ud83d""", "a\ufffd")]
    [InlineData("""\udc4bb""", "\ufffdb")]
    [InlineData("""\udc4b\ud83d""", "\ufffd\ufffd")]
    [InlineData("""\ud83d\ud83d\udc4b""", "\ufffd👋")]
    [InlineData("""a\u0000b""", "a\ufffdb")]
    [InlineData("""\\ud83d""", @"\ud83d")]
    public void a_text_comes_out_fit_for_every_store(string escaped, string expected) =>
        What($$$"""{"update_id":1,"message":{"chat":{"id":7,"type":"private"},"text":"{{{escaped}}}"}}""").ShouldBe(new Happening.Wrote(expected));

    [Fact]
    public void broken_utf8_comes_out_as_replacement_characters()
    {
        byte[] json = [.. """{"update_id":1,"message":{"chat":{"id":7,"type":"private"},"text":"a"""u8, 0xC3, .. "\"}}"u8];

        TelegramUpdate.Read(json, Received).ShouldBeOfType<Reading.Understood>().Update.What.ShouldBe(new Happening.Wrote("a\ufffd"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(30_000)]
    public void deep_nesting_is_skipped_or_unreadable_but_never_a_crash(int depth)
    {
        var json = $$$"""{"update_id":9,"future":{{{new string('[', depth)}}}{{{new string(']', depth)}}}}""";

        var reading = TelegramUpdate.Read(Encoding.UTF8.GetBytes(json), Received);

        if (depth < 200) reading.ShouldBeOfType<Reading.Understood>();
        else reading.ShouldBeOfType<Reading.Unreadable>().UpdateId.ShouldBe(9);
    }

    [Fact]
    public void no_bytes_at_all_make_it_throw()
    {
        var whole = Encoding.UTF8.GetBytes($$$"""{"update_id":9,"message":{"message_id":3,"from":{{{Anna}}},"chat":{{{Chat}}},"date":1772000000,"text":"\ud83d\udc4b"}}""");
        var spoiled = from at in Gen.Choose(0, whole.Length - 1) from value in Gen.Choose(0, 255) from length in Gen.Choose(at, whole.Length)
                      select (byte[])[.. whole[..at], (byte)value, .. whole[Math.Min(at + 1, length)..length]];

        Prop.ForAll(spoiled.ToArbitrary(), json => TelegramUpdate.Read(json, Received) is Reading.Understood or Reading.Unreadable).QuickCheckThrowOnFailure();
    }

    private static Inbound Understood(string json) => TelegramUpdate.Read(Encoding.UTF8.GetBytes(json), Received).ShouldBeOfType<Reading.Understood>().Update;

    private static Happening What(string json) => Understood(json).What;

    private static Reading.Unreadable Unreadable(string json) => TelegramUpdate.Read(Encoding.UTF8.GetBytes(json), Received).ShouldBeOfType<Reading.Unreadable>();
}
