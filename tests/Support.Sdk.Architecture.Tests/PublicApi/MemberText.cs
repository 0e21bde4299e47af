using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Architecture.PublicApi;

/// <summary>Writes members as C# does.</summary>
internal static class MemberText
{
    public static string Of(FieldInfo field) => field.IsLiteral
        ? $"{Access(field.IsPublic)}const {TypeNames.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)}"
        : $"{Access(field.IsPublic)}{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field)} {field.Name}";

    public static string Of(ConstructorInfo constructor) => $"{Access(constructor.IsPublic)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})";

    public static string Of(PropertyInfo property)
    {
        var first = property.GetAccessors(nonPublic: true).OrderByDescending(accessor => accessor.IsPublic).First();
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Access(first.IsPublic)}{Modifiers(first)}{required}{TypeNames.Of(property)} {name} {{ {Accessor(property.GetMethod, "get", first)}{Accessor(property.SetMethod, IsInit(property) ? "init" : "set", first)}}}";
    }

    public static string Of(MethodInfo method)
    {
        var generic = method.GetGenericArguments();
        var parameters = generic.Length == 0 ? "" : $"<{string.Join(", ", generic.Select(argument => argument.Name))}>";
        var name = method.Name.StartsWith("op_", StringComparison.Ordinal) ? $"operator {method.Name[3..]}" : method.Name;
        return $"{Access(method.IsPublic)}{Modifiers(method)}{Reference(method.ReturnParameter)}{TypeNames.Of(method.ReturnParameter)} {name}{parameters}({Parameters(method)}){Constraints(generic)}";
    }

    public static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        return (isExtension ? "this " : "") + string.Join(", ", method.GetParameters().Select(Parameter));
    }

    public static string Constraints(IEnumerable<Type> parameters) => string.Concat(parameters
        .Select(parameter => (parameter.Name, Rules: ConstraintsOf(parameter).ToList()))
        .Where(entry => entry.Rules.Count > 0)
        .Select(entry => $" where {entry.Name} : {string.Join(", ", entry.Rules)}"));

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        var isStruct = attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        if (isStruct)
        {
            yield return "struct";
        }
        else if (attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint))
        {
            yield return "class";
        }

        foreach (var constraint in parameter.GetGenericParameterConstraints().Where(constraint => constraint != typeof(ValueType)))
        {
            yield return TypeNames.Of(constraint);
        }

        if (!isStruct && attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
        {
            yield return "new()";
        }
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var spread = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{spread}{Reference(parameter)}{TypeNames.Of(parameter)} {parameter.Name}{value}";
    }

    private static string Reference(ParameterInfo parameter) => parameter switch
    {
        { ParameterType.IsByRef: false } => "",
        { Position: < 0 } => "ref ",
        { IsOut: true } => "out ",
        { IsIn: true } => "in ",
        _ => "ref ",
    };

    private static string Access(bool isPublic) => isPublic ? "public " : "protected ";

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true, IsVirtual: true } => "static virtual ",
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => method.IsAbstract ? "" : "virtual ",
        { IsAbstract: true } => "abstract ",
        _ when method.GetBaseDefinition() != method => method.IsFinal ? "sealed override " : "override ",
        { IsVirtual: true, IsFinal: false } => "virtual ",
        _ => "",
    };

    private static string Accessor(MethodInfo? accessor, string keyword, MethodInfo first) => accessor switch
    {
        { IsPublic: true } => $"{keyword}; ",
        { IsFamily: true } or { IsFamilyOrAssembly: true } => first.IsPublic ? $"protected {keyword}; " : $"{keyword}; ",
        _ => "",
    };

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Literal(object? value, Type type) => value switch
    {
        null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
        string text => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        bool flag => flag ? "true" : "false",
        char character => $"'{character}'",
        _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } kind => $"{kind.Name}.{Enum.ToObject(kind, value)}",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
