using System.Reflection;
using System.Runtime.CompilerServices;
using Shouldly;

namespace Support.Sdk.Architecture;

public sealed class ReferenceTests
{
    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void References_OfEachPackage_StayWithinTheTable(string package)
    {
        var references = Packages.Load(package).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith(Packages.Prefix, StringComparison.Ordinal));

        references.Except(Packages.AllowedReferences(package)).ShouldBeEmpty($"{package} knows a package that it must not know; see docs/architecture.md.");
    }

    [Fact]
    public void References_OfDomain_AreTheBaseClassLibraryAlone()
    {
        var references = Packages.Load("Support.Sdk.Domain").GetReferencedAssemblies().Select(reference => reference.Name!).ToList();

        references.ShouldNotBeEmpty();
        references.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal));
        references.ShouldNotContain(name => name.StartsWith("System.Net", StringComparison.Ordinal), "Pure code reaches no network.");
    }

    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void Internals_OfEachPackage_AreShownToTestsOnly(string package)
    {
        var friends = Packages.Load(package).GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName);

        friends.ShouldAllBe(name => name.EndsWith(".Tests", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_AgainstTheSourceFolders_NamesEveryPackage()
    {
        var projects = Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension);

        Packages.Names.ShouldBe(projects, ignoreOrder: true);
    }
}
