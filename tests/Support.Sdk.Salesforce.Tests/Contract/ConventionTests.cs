using System.Reflection;

namespace Support.Sdk.Salesforce.Tests;

public sealed class ConventionTests
{
    private static readonly Type[] Clients =
        [.. typeof(SalesforceClient).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Client", StringComparison.Ordinal) && type.IsClass)];

    [Fact]
    public void Clients_All_CanBeReplacedInTests()
    {
        Clients.Length.ShouldBe(9);
        Clients.ShouldAllBe(client => !client.IsSealed && client.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Any(made => made.IsFamily && made.GetParameters().Length == 0));
        Clients.SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).Where(method => !method.IsVirtual).ShouldBeEmpty();
    }
}
