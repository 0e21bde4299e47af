using System.Reflection;

namespace Support.Sdk.Architecture.PublicApi;

/// <summary>Writes types as C# does, with nullability.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Type type) => Write(type, null);

    public static string Of(ParameterInfo parameter) => Write(parameter.ParameterType, new NullabilityInfoContext().Create(parameter));

    public static string Of(PropertyInfo property) => Write(property.PropertyType, new NullabilityInfoContext().Create(property));

    public static string Of(FieldInfo field) => Write(field.FieldType, new NullabilityInfoContext().Create(field));

    /// <summary>The name of a declared type, its own type parameters included: <c>Outer.Inner&lt;T&gt;</c>.</summary>
    public static string OfDeclaration(Type type)
    {
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Variance).ToList();
        var name = Bare(type) + (own.Count == 0 ? "" : $"<{string.Join(", ", own)}>");
        return type.DeclaringType is { } outer ? $"{OfDeclaration(outer)}.{name}" : name;
    }

    private static string Variance(Type parameter) => (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
    {
        GenericParameterAttributes.Covariant => $"out {parameter.Name}",
        GenericParameterAttributes.Contravariant => $"in {parameter.Name}",
        _ => parameter.Name,
    };

    private static string Write(Type type, NullabilityInfo? info)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, info);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Write(underlying, info?.Type == underlying ? info : null).TrimEnd('?')}?";
        }

        var mark = info is not null && !type.IsValueType && Math.Max((int)info.ReadState, (int)info.WriteState) == (int)NullabilityState.Nullable ? "?" : "";
        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, info?.ElementType)}[]{mark}";
        }

        if (type.IsPointer || type.IsGenericParameter)
        {
            return type.Name + mark;
        }

        return (Keywords.GetValueOrDefault(type) ?? WriteNamed(type, info)) + mark;
    }

    private static string WriteNamed(Type type, NullabilityInfo? info)
    {
        var outer = type.DeclaringType is { } declaring && !type.IsGenericParameter ? $"{WriteOuter(declaring, type)}." : "";
        var inherited = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var arguments = type.GetGenericArguments();
        var own = arguments.Skip(inherited)
            .Select((argument, index) => Write(argument, info?.GenericTypeArguments.ElementAtOrDefault(inherited + index)))
            .ToList();
        return outer + Bare(type) + (own.Count == 0 ? "" : $"<{string.Join(", ", own)}>");
    }

    private static string WriteOuter(Type declaring, Type inner) => declaring.IsGenericTypeDefinition
        ? WriteNamed(declaring.MakeGenericType([.. inner.GetGenericArguments().Take(declaring.GetGenericArguments().Length)]), null)
        : WriteNamed(declaring, null);

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
