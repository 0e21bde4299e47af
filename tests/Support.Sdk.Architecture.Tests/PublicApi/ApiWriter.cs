using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Support.Sdk.Architecture.PublicApi;

/// <summary>Writes the public API of an assembly as text: C#-like, sorted, one member a line, so that a difference is easy to review.</summary>
internal static class ApiWriter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Write(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var group in assembly.GetExportedTypes().GroupBy(type => type.Namespace ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(group.Key).Append('\n');
            foreach (var (heading, type) in group.Select(type => (TypeNames.OfDeclaration(type), type)).OrderBy(entry => entry.Item1, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Heading(type, heading)).Append('\n');
                foreach (var member in Members(type).Order(StringComparer.Ordinal))
                {
                    text.Append("    ").Append(member).Append('\n');
                }
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Heading(Type type, string name)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            return $"public delegate {TypeNames.Of(invoke.ReturnParameter)} {name}({MemberText.Parameters(invoke)}){MemberText.Constraints(type.GetGenericArguments())}";
        }

        if (type.IsEnum)
        {
            return $"public enum {name} : {TypeNames.Of(Enum.GetUnderlyingType(type))}";
        }

        var isRecord = type.GetMethod("PrintMembers", Declared) is { } print && print.IsDefined(typeof(CompilerGeneratedAttribute));
        var kind = type switch
        {
            { IsInterface: true } => "interface",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "") + (type.IsByRefLike ? "ref " : "") + (isRecord ? "record struct" : "struct"),
            { IsAbstract: true, IsSealed: true } => "static class",
            _ => (type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "") + (isRecord ? "record" : "class"),
        };
        var bases = Bases(type).ToList();
        return $"public {kind} {name}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}{MemberText.Constraints(type.GetGenericArguments())}";
    }

    private static IEnumerable<string> Bases(Type type)
    {
        if (type is { IsClass: true, BaseType: { } parent } && parent != typeof(object))
        {
            yield return TypeNames.Of(parent);
        }

        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var interfaces = type.GetInterfaces();
        foreach (var name in interfaces
            .Where(contract => contract.IsVisible && !inherited.Contains(contract) && !interfaces.Any(other => other != contract && other.GetInterfaces().Contains(contract)))
            .Select(TypeNames.Of)
            .Order(StringComparer.Ordinal))
        {
            yield return name;
        }
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            return [];
        }

        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}");
        }

        return
        [
            .. type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(MemberText.Of),
            .. type.GetConstructors(Declared).Where(IsShown).Select(MemberText.Of),
            .. type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible) && !property.IsDefined(typeof(CompilerGeneratedAttribute))).Select(MemberText.Of),
            .. type.GetEvents(Declared).Where(happening => IsVisible(happening.AddMethod!)).Select(happening => $"event {TypeNames.Of(happening.EventHandlerType!)} {happening.Name}"),
            .. type.GetMethods(Declared).Where(method => IsShown(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))).Select(MemberText.Of),
        ];
    }

    /// <summary>Visible, and written by a person: what the compiler adds to a record follows from its heading.</summary>
    private static bool IsShown(MethodBase method) => IsVisible(method) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
