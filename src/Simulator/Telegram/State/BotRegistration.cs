namespace Lavka.Simulator.Telegram.State;

/// <summary>What BotFather would hand out: a token "id:secret", a user name without @ that ends in "bot", and a name to show.</summary>
public sealed record BotRegistration(string Token, string Username, string Name);
