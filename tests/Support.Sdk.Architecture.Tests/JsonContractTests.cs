using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Shouldly;

namespace Support.Sdk.Architecture;

/// <summary>Source generation leaves some mistakes to the first use of a contract; here each contract of each package has its first use.</summary>
public sealed class JsonContractTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Contexts =>
        from package in Packages.Names
        from type in Packages.Load(package).GetTypes()
        where type.IsSubclassOf(typeof(JsonSerializerContext)) && !type.IsAbstract
        select new TheoryDataRow<string, string>(package, type.FullName!);

    [Theory]
    [MemberData(nameof(Contexts))]
    public void Contracts_OfAContext_AreSound(string package, string name)
    {
        var type = Packages.Load(package).GetType(name, throwOnError: true)!;
        var context = (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        var contracts = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType.IsSubclassOf(typeof(JsonTypeInfo))).ToList();

        contracts.ShouldNotBeEmpty();
        contracts.Select(contract => Fault(contract, context)).Where(fault => fault is not null).ShouldBeEmpty();
    }

    private static string? Fault(PropertyInfo contract, JsonSerializerContext context)
    {
        try
        {
            ((JsonTypeInfo)contract.GetValue(context)!).MakeReadOnly();
            return null;
        }
        catch (TargetInvocationException exception)
        {
            return $"{contract.Name}: {exception.InnerException!.Message}";
        }
    }
}
