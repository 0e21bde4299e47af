using System.Text;
using System.Text.RegularExpressions;
using Shouldly;

namespace Support.Sdk.Architecture;

/// <summary>Code in the documentation is code that compiles: each C# fence equals a region of a file in <c>Snippets</c>.</summary>
public sealed partial class DocumentationSnippetTests
{
    public static IEnumerable<TheoryDataRow<string>> Documents =>
        new[] { Repository.PathOf("README.md") }
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories))
            .Select(Repository.Relative)
            .Order(StringComparer.Ordinal)
            .Select(path => new TheoryDataRow<string>(path));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Fences_OfADocument_EqualTheirRegions(string document)
    {
        var path = Repository.PathOf(document);
        var text = File.ReadAllText(path);
        var regions = Regions();
        Unnamed().Count(text).ShouldBe(Fence().Count(text), $"Each C# fence of {document} stands below '<!-- snippet: Name -->'.");
        var current = Fence().Replace(text, fence =>
        {
            regions.ShouldContainKey(fence.Groups["name"].Value, $"{document} shows a region that no file in Snippets has.");
            return $"{fence.Groups["head"].Value}{regions[fence.Groups["name"].Value]}```";
        });
        if (Repository.IsUpdating)
        {
            File.WriteAllText(path, current);
            return;
        }

        text.ShouldBe(current, $"The code in {document} is not the code that compiles. {Repository.HowToUpdate}");
    }

    [Fact]
    public void Regions_OfTheSnippets_AreAllShown()
    {
        var shown = Documents.SelectMany(row => Fence().Matches(File.ReadAllText(Repository.PathOf(row.Data)))).Select(fence => fence.Groups["name"].Value);

        Regions().Keys.Except(shown).ShouldBeEmpty("A region that no document shows is dead code.");
    }

    [GeneratedRegex("^```(csharp|cs|c#)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Unnamed();

    [GeneratedRegex(@"^(?<head><!-- snippet: (?<name>\w+) -->\n+```csharp\n).*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^ *#region (?<name>\w+)\n(?<code>.*?)^ *#endregion", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Region();

    private static Dictionary<string, string> Regions() =>
        Directory.EnumerateFiles(Repository.PathOf("tests", "Support.Sdk.Architecture.Tests", "Snippets"), "*.cs")
            .SelectMany(path => Region().Matches(File.ReadAllText(path)))
            .ToDictionary(region => region.Groups["name"].Value, region => Unindented(region.Groups["code"].Value), StringComparer.Ordinal);

    private static string Unindented(string code)
    {
        var lines = code.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return lines.Aggregate(new StringBuilder(), (text, line) => text.Append(line.Length > 0 ? line[indent..] : "").Append('\n')).ToString();
    }
}
