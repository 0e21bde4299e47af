using System.Collections;
using System.Reflection;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>Makes requests in which everything is set, so that a field that is forgotten or misspelt shows.</summary>
internal static class Filled
{
    public static T Of<T>() => (T)Of(typeof(T), "")!;

    private static object? Of(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return "a-" + name;
        }

        if (type == typeof(bool) || type == typeof(int))
        {
            return type == typeof(bool) ? true : 7;
        }

        if (type == typeof(DateTimeOffset))
        {
            return new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Clearable<>))
        {
            return type.GetMethod(nameof(Clearable<string>.Of))!.Invoke(null, [Of(type.GetGenericArguments()[0], name)]);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Of(item, name));
            return list;
        }

        if (type.IsValueType)
        {
            return type.GetProperties(BindingFlags.Public | BindingFlags.Static).First(property => property.PropertyType == type).GetValue(null);
        }

        var filled = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(static property => property.CanWrite))
        {
            property.SetValue(filled, Of(property.PropertyType, property.Name));
        }

        return filled;
    }
}
