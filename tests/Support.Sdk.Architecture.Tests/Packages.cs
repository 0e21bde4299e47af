using System.Reflection;

namespace Support.Sdk.Architecture;

/// <summary>The shipped packages, and which of each other they may know.</summary>
internal static class Packages
{
    public const string Prefix = "Support.Sdk";

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Support.Sdk.Domain"] = [],
        ["Support.Sdk"] = ["Support.Sdk.Domain"],
        ["Support.Sdk.Http"] = ["Support.Sdk.Domain"],
        ["Support.Sdk.Webex"] = ["Support.Sdk.Http", "Support.Sdk.Domain"],
        ["Support.Sdk.Salesforce"] = ["Support.Sdk.Http", "Support.Sdk.Domain"],
        ["Support.Sdk.Zendesk"] = ["Support.Sdk.Http", "Support.Sdk.Domain"],
        ["Support.Sdk.ServiceDesk"] = ["Support.Sdk.Http", "Support.Sdk.Domain"],
        ["Support.Sdk.Sqlite"] = ["Support.Sdk.Domain"],
        ["Support.Sdk.PostgreSql"] = ["Support.Sdk.Domain"],
        ["Support.Sdk.AspNetCore"] = ["Support.Sdk", "Support.Sdk.Domain"],
        ["Support.Sdk.Testing"] = ["Support.Sdk", "Support.Sdk.Domain"],
        ["Support.Sdk.Emulators"] = ["Support.Sdk.Domain"],
    };

    public static IReadOnlyCollection<string> Names => Allowed.Keys;

    public static IEnumerable<TheoryDataRow<string>> All => Names.Select(name => new TheoryDataRow<string>(name));

    public static IReadOnlyList<string> AllowedReferences(string package) => Allowed[package];

    public static Assembly Load(string package) => Assembly.Load(package);

    public static IEnumerable<Type> PublicTypes(string package) => Load(package).GetExportedTypes();
}
