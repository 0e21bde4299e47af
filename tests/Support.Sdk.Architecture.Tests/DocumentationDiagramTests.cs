using System.Text.RegularExpressions;
using Shouldly;

namespace Support.Sdk.Architecture;

/// <summary>The diagrams shown in the pages of the areas are the generated ones.</summary>
public sealed partial class DocumentationDiagramTests
{
    [Theory]
    [InlineData("meetings.md", "meeting")]
    [InlineData("meetings.md", "reply")]
    public void Fence_OfAPage_EqualsTheGeneratedDiagram(string page, string diagram)
    {
        var path = Repository.PathOf("docs", page);
        var text = File.ReadAllText(path);
        var generated = File.ReadAllText(Repository.PathOf("docs", "machines", $"{diagram}.mmd")).TrimEnd() + "\n";
        Fence().Matches(text).Select(fence => fence.Groups["name"].Value).ShouldContain(diagram);

        var current = Fence().Replace(text, fence => fence.Groups["name"].Value == diagram ? $"{fence.Groups["head"].Value}{generated}```" : fence.Value);
        if (Repository.IsUpdating)
        {
            File.WriteAllText(path, current);
            return;
        }

        text.ShouldBe(current, $"The diagram '{diagram}' in {page} is stale. {Repository.HowToUpdate}");
    }

    [GeneratedRegex(@"^(?<head><!-- diagram: (?<name>\w+) -->\n+```mermaid\n).*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
