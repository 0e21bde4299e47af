using System.Reflection;

namespace Support.Sdk.Zendesk.Tests;

public sealed class ConventionTests
{
    private static readonly Type[] Clients =
        [.. typeof(ZendeskClient).Assembly.GetExportedTypes().Where(type => type.Name.EndsWith("Client", StringComparison.Ordinal) && type.IsClass)];

    private static IEnumerable<MethodInfo> Methods => Clients.SelectMany(client => client.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));

    [Fact]
    public void Clients_All_CanBeReplacedInTests()
    {
        Clients.Length.ShouldBe(10);
        Clients.ShouldAllBe(client => !client.IsSealed && client.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance).Any(made => made.IsFamily && made.GetParameters().Length == 0));
        Methods.Where(method => !method.IsVirtual).ShouldBeEmpty();
    }

    [Fact]
    public void Clients_AsyncMethods_TakeACancellationTokenLast() =>
        Methods.Where(method => typeof(Task).IsAssignableFrom(method.ReturnType))
            .Where(method => method.GetParameters() is not [.., { IsOptional: true } last] || last.ParameterType != typeof(CancellationToken)).ShouldBeEmpty();

    [Fact]
    public void Vocabularies_All_KeepUnknownWordsAndSayNothingByDefault()
    {
        var vocabularies = typeof(ZendeskClient).Assembly.GetExportedTypes().Where(type => type.IsValueType && type.GetProperty("Value")?.PropertyType == typeof(string)).ToList();

        vocabularies.Count.ShouldBe(10);
        foreach (var vocabulary in vocabularies)
        {
            Activator.CreateInstance(vocabulary, "a-new-word")!.ToString().ShouldBe("a-new-word");
            Activator.CreateInstance(vocabulary)!.ToString().ShouldBe("");
        }
    }
}
