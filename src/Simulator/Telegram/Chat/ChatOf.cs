using Lavka.Simulator.Telegram.State;
using Microsoft.AspNetCore.Mvc;

namespace Lavka.Simulator.Telegram.Chat;

/// <summary>The chat that an address names by its bot and person; refused with 404 when one of them is unknown.</summary>
public sealed record ChatOf(long Bot, long Person, [FromServices] BotAccounts Bots, [FromServices] People People)
{
    public Conversation Conversation => Bots.Get(Bot).With(People.Get(Person));
}
