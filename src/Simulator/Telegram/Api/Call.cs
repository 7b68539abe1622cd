using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>A bot calls a method.</summary>
public sealed record Call(BotAccount Bot, Arguments Arguments);
