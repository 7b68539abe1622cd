using System.Collections.Frozen;
using Lavka.Simulator.Telegram.Control;
using Lavka.Simulator.Telegram.State;

namespace Lavka.Simulator.Telegram.Api;

/// <summary>Runs a call: finds the method, plays the fault that a test asked for, and logs what was accepted and what was refused.</summary>
public sealed class CallDispatcher(IEnumerable<IMethod> methods, Faults faults, CallLog accepted, RefusalLog refused, TimeProvider time)
{
    private readonly FrozenDictionary<string, IMethod> _methods = methods.ToFrozenDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public async Task<CallOutcome> Run(BotAccount bot, string methodName, Arguments arguments, CancellationToken cancellationToken)
    {
        if (!_methods.TryGetValue(methodName, out var method))
            return Refuse(bot, methodName, arguments, new RefusedException(404, "Not Found"));
        try
        {
            var fault = faults.Take(bot.Id, method.Name);
            if (fault?.Refusal is { } refusal)
                throw refusal;
            arguments.RefuseOthersThan(method.Fields);
            if (fault?.Wait is { } wait)
                await Task.Delay(wait, time, cancellationToken);
            var success = await method.Run(new Call(bot, arguments), cancellationToken);
            accepted.Add(bot.Id, method.Name, arguments, success.Result);
            return fault is { LosesAnswer: true } ? new CallOutcome.Lost() : new CallOutcome.Accepted(success);
        }
        catch (RefusedException refusal)
        {
            return Refuse(bot, method.Name, arguments, refusal);
        }
    }

    private CallOutcome.Refused Refuse(BotAccount bot, string method, Arguments arguments, RefusedException refusal)
    {
        refused.Add(bot.Id, method, arguments, refusal);
        return new CallOutcome.Refused(refusal);
    }
}
