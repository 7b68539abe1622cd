namespace Lavka.Simulator.Telegram.Wire;

/// <summary>A person blocked or unblocked the bot, as the Bot API writes it.</summary>
public sealed record WireMemberUpdate(WireChat Chat, WireUser From, long Date, WireMember OldChatMember, WireMember NewChatMember);
