using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lavka.Pure.House;

/// <summary>What a process would share between two hosts: static fields that can be set, and those made to be shared and changed. A dictionary of constants is a table, not a state.</summary>
internal static class StaticState
{
    public static IEnumerable<string> In(IEnumerable<Type> types) =>
        from type in types
        where !IsGenerated(type)
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        where !field.IsLiteral && !IsGenerated(field) && (!field.IsInitOnly || IsChangeable(field.FieldType))
        select $"{type.FullName}.{field.Name}";

    private static bool IsChangeable(Type type) =>
        type.Namespace == "System.Collections.Concurrent" || type.IsAssignableTo(typeof(HttpMessageInvoker)) || type.IsAssignableTo(typeof(IServiceProvider));

    /// <summary>The caches of lambdas, regular expressions and JSON that the compiler and its generators write.</summary>
    private static bool IsGenerated(MemberInfo member) =>
        member.Name.StartsWith('<') && !member.Name.EndsWith(">k__BackingField", StringComparison.Ordinal)
        || member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is Type
        || member.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || member.DeclaringType is { } outer && member is Type && IsGenerated(outer);
}
