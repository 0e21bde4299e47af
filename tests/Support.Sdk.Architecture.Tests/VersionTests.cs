using System.Reflection;
using System.Text.Json;
using Shouldly;

namespace Support.Sdk.Architecture;

public sealed class VersionTests
{
    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void Version_OfEachAssembly_IsThatOfVersionJson(string package)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("version.json")));
        var parts = document.RootElement.GetProperty("version").GetString()!.Split('-', 2);
        var version = Packages.Load(package).GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        version.ShouldStartWith(parts[0] + ".");
        version.Split('-', 2).Skip(1).ShouldBe(parts.Skip(1));
    }
}
