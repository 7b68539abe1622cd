using System.Reflection;
using System.Reflection.Emit;

namespace Lavka.Talk;

/// <summary>
/// The keys of questions that stand in a dialog's compiled code as plain strings, whether a walk ever comes to them or not. Keys that are computed, and questions that are asked
/// from outside of the class, are not seen.
/// </summary>
internal static class KeysInCode
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    public static IEnumerable<string> Of(Type dialog) => Types(dialog).SelectMany(type => type.GetMethods(Own)).SelectMany(Of).Distinct();

    /// <summary>The class and what the compiler puts into it: an async method is a type of its own.</summary>
    private static IEnumerable<Type> Types(Type type) => type.GetNestedTypes(Own).SelectMany(Types).Prepend(type);

    private static IEnumerable<string> Of(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } body) yield break;
        Stack<string> waiting = [];
        var before = OpCodes.Nop;
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | body[at + 1]))] : Codes[body[at]];
            var operand = at + code.Size;
            // A key is the first argument of a method of the dialog itself, so it stands behind the dialog.
            if (code == OpCodes.Ldstr && IsThis(before)) waiting.Push(method.Module.ResolveString(BitConverter.ToInt32(body, operand)));
            if ((code == OpCodes.Call || code == OpCodes.Callvirt) && Resolved(method, BitConverter.ToInt32(body, operand)) is MethodInfo called && IsOfDialog(called) && waiting.TryPop(out var key)
                && called.ReturnType is { IsGenericType: true } result && result.GetGenericTypeDefinition() == typeof(Ask<>)) yield return key;
            at = operand + SizeOf(code, body, operand);
            before = code;
        }
    }

    private static bool IsThis(OpCode code) => code.Name is { } name && (name.StartsWith("ldloc", StringComparison.Ordinal) || name.StartsWith("ldarg", StringComparison.Ordinal) || name == "ldfld") && !name.StartsWith("ldloca", StringComparison.Ordinal);

    private static bool IsOfDialog(MethodInfo called) =>
        called is { IsStatic: false } && typeof(Dialog).IsAssignableFrom(called.DeclaringType) && called.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(string);

    private static MethodBase? Resolved(MethodInfo method, int token)
    {
        try
        {
            return method.Module.ResolveMethod(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static int SizeOf(OpCode code, byte[] body, int operand) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, operand)),
        _ => 4,
    };
}
