using System.Reflection;

namespace Support.Sdk.Architecture;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    private const string UpdateVariable = "SUPPORT_SDK_UPDATE";

    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Whether stale files are to be rewritten (<c>SUPPORT_SDK_UPDATE=1</c>) instead of reported.</summary>
    public static bool IsUpdating => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    public static string HowToUpdate => $"Review the difference, then refresh it with {UpdateVariable}=1 dotnet test tests/Support.Sdk.Architecture.Tests";

    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path as readers of the repository write it.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
