using System.Globalization;
using System.Text.RegularExpressions;
using Lavka.Simulator.Telegram.Chat;
using Shouldly;

namespace Lavka.Whole;

/// <summary>A person in a chat with the shop's bot: writes, presses what is there to press, and waits until he sees what he expects.</summary>
public sealed partial class Customer(TelegramSide telegram, long id, IDelivery delivery)
{
    private const int OnScreen = 4;

    public long Id => id;

    public Task<ChatState> Chat() => telegram.Chat(id);

    public Task Says(string text) => delivery.Write(text);

    /// <summary>Writes it and waits for what must follow.</summary>
    public Task<MessageView> Says(string text, string thenSees) => Follows(thenSees, () => Says(text));

    /// <summary>One of the bot's latest messages says this, now or soon.</summary>
    public Task<MessageView> Sees(string part) => Sees(part, []);

    /// <summary>Presses the lowest live button whose label contains this, as soon as there is one. Returns the note beside the button, if one is shown.</summary>
    public async Task<string?> Taps(string label) => await Presses(await Finds(label));

    public async Task<MessageView> Taps(string label, string thenSees)
    {
        var button = await Finds(label);
        return await Follows(thenSees, () => Presses(button));
    }

    public Task<string?> Presses(LiveButton button) => delivery.Press(button.Message, button.Data);

    /// <summary>The lowest live button whose label contains this, as soon as there is one.</summary>
    public Task<LiveButton> Finds(string label) => Until.Found(
        async () => Buttons(await Chat()).LastOrDefault(button => button.Label.Contains(label, StringComparison.Ordinal)),
        async () => $"there is a button \"{label}\"; there is:\n{Shown(await Chat())}");

    /// <summary>Never more than one message has live buttons (shipping:A11).</summary>
    public async Task HasOneKeyboardAtMost()
    {
        var chat = await Chat();
        (chat.LiveKeyboards ?? []).Count.ShouldBeLessThanOrEqualTo(1, Shown(chat));
    }

    /// <summary>What the bot tells of his balance now, such as "25.00".</summary>
    public async Task<string> Balance()
    {
        var before = (await Chat()).Messages.Max(message => message.Id);
        await Says("/balance");
        var shown = await Until.Found(
            async () => (await Chat()).Messages.FirstOrDefault(message => message.Id > before && message.From == "bot" && Says(message, "Your balance: ")),
            async () => $"the bot tells the balance; it says:\n{Shown(await Chat())}");
        return Amount().Match(shown.Text!).Value;
    }

    public static bool Says(MessageView message, string part) => Read(message).Text.Contains(part, StringComparison.Ordinal);

    /// <summary>What stood there before the act does not count: a question that is put again reads like the one above it.</summary>
    private async Task<MessageView> Follows(string part, Func<Task> act)
    {
        var before = (await Latest()).Select(Read).ToHashSet();
        await act();
        return await Sees(part, before);
    }

    private Task<MessageView> Sees(string part, HashSet<(long Id, string Text)> before) => Until.Found(
        async () => (await Latest()).LastOrDefault(message => Says(message, part) && !before.Contains(Read(message))),
        async () => $"the bot says \"{part}\"; it says:\n{Shown(await Chat())}");

    private async Task<IEnumerable<MessageView>> Latest() => (await Chat()).Messages.Where(message => message.From == "bot").TakeLast(OnScreen);

    private static (long Id, string Text) Read(MessageView message) => (message.Id, message.Text ?? message.Caption ?? "");

    private static IEnumerable<LiveButton> Buttons(ChatState chat) =>
        from message in chat.Messages
        where chat.LiveKeyboards?.Contains(message.Id) is true
        from key in message.InlineKeyboard!.SelectMany(row => row)
        where key.Data is not null
        select new LiveButton(message.Id, key.Text, key.Data!);

    private static string Shown(ChatState chat) => string.Join('\n', chat.Messages.TakeLast(6).Select(message =>
        string.Create(CultureInfo.InvariantCulture, $"  {message.Id} {message.From}: {message.Text ?? message.Caption ?? "(file)"} {Labels(message)}")));

    private static string Labels(MessageView message) => string.Concat((message.InlineKeyboard ?? []).SelectMany(row => row).Select(key => $"[{key.Text}]"));

    [GeneratedRegex(@"\d[\d,]*\.\d\d", RegexOptions.NonBacktracking)]
    private static partial Regex Amount();
}
