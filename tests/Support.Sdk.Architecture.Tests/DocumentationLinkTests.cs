using System.Text.RegularExpressions;
using Shouldly;

namespace Support.Sdk.Architecture;

public sealed partial class DocumentationLinkTests
{
    public static IEnumerable<TheoryDataRow<string>> Documents =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Select(Repository.Relative)
            .Order(StringComparer.Ordinal)
            .Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_WithinTheRepository_LeadSomewhere(string document)
    {
        var path = Repository.PathOf(document);
        var targets = Link().Matches(File.ReadAllText(path)).Select(link => link.Groups["target"].Value);

        targets.Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target))).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?<target>[^):#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
