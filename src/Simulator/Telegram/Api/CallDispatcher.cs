using System.Collections.Frozen;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Runs a call: finds the method, plays the fault that was asked for, keeps the limits, and logs what was accepted and what was refused.</summary>
public sealed class CallDispatcher(
    IEnumerable<IMethod> methods, Faults faults, Limits limits, FloodGuard guard, CallLog accepted, RefusalLog refused, TimeProvider time)
{
    private readonly FrozenDictionary<string, IMethod> _methods = methods.ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public async Task<CallOutcome> Run(BotAccount bot, string methodName, Arguments arguments, CancellationToken cancellationToken)
    {
        if (!_methods.TryGetValue(methodName, out var method))
            return Refuse(bot, methodName, arguments, new RefusedException(404, "Not Found"));
        var sendsTo = method is ISendingMethod ? arguments.Integer("chat_id") : null;
        try
        {
            return await guard.Pass(bot.Id, sendsTo, () => Run(bot, method, arguments, cancellationToken), cancellationToken);
        }
        catch (RefusedException refusal)
        {
            return Refuse(bot, method.Name, arguments, refusal);
        }
    }

    private async Task<CallOutcome> Run(BotAccount bot, IMethod method, Arguments arguments, CancellationToken cancellationToken)
    {
        var chat = arguments.Integer("chat_id");
        var fault = faults.TakeForCall(bot.Id, method.Name, chat);
        if (fault?.Refusal is { } refusal)
            throw refusal;
        arguments.RefuseOthersThan(method.Fields);
        if (fault?.Wait is { } wait)
            await Task.Delay(wait, time, cancellationToken);
        if (fault is { LosesCall: true })
            return new CallOutcome.Lost();
        if (method is ISendingMethod sending)
            limits.Count(bot.Id, chat, sending.Messages(arguments));
        var success = await method.Run(new Call(bot, arguments), cancellationToken);
        accepted.Add(bot.Id, method.Name, arguments, success.Result);
        return fault is { LosesAnswer: true } ? new CallOutcome.Lost() : new CallOutcome.Accepted(success);
    }

    private CallOutcome.Refused Refuse(BotAccount bot, string method, Arguments arguments, RefusedException refusal)
    {
        refused.Add(bot.Id, method, arguments, refusal);
        return new CallOutcome.Refused(refusal);
    }
}
