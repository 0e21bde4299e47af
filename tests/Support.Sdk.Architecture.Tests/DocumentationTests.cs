using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Shouldly;

namespace Support.Sdk.Architecture;

/// <summary>The compiler demands a comment (CS1591); these tests demand that the packed documentation says something.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void Documentation_OfEachPublicMember_SaysSomething(string package)
    {
        var documented = DocumentedNames(package);
        var undocumented = Packages.PublicTypes(package).SelectMany(NamesOf).Where(name => !documented.Contains(name)).Distinct().Order(StringComparer.Ordinal);

        undocumented.ShouldBeEmpty();
    }

    [Fact]
    public void Documentation_OfTheKernel_IsRead() => DocumentedNames("Support.Sdk.Domain").ShouldContain("M:Support.Sdk.StateMachines.IMachine.Decide");

    /// <summary>Names without arity and parameters: all overloads of a member are documented, or the compiler has failed already.</summary>
    private static HashSet<string> DocumentedNames(string package)
    {
        var document = XDocument.Load(Path.ChangeExtension(Packages.Load(package).Location, ".xml"));
        return [.. document.Descendants("member").Where(SaysSomething).Select(member => Plain(member.Attribute("name")!.Value))];
    }

    private static bool SaysSomething(XElement member) =>
        member.Element("inheritdoc") is not null || (member.Element("summary") is { } summary && (summary.Value.Trim().Length > 3 || summary.HasElements));

    private static IEnumerable<string> NamesOf(Type type)
    {
        var name = Plain(type.FullName!.Replace('+', '.'));
        yield return "T:" + name;
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            yield break;
        }

        foreach (var member in type.GetMembers(Declared).Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute))))
        {
            var written = member switch
            {
                FieldInfo field when (field.IsPublic || field.IsFamily) && !field.IsSpecialName => "F:",
                PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) => "P:",
                EventInfo happening when IsVisible(happening.AddMethod!) => "E:",
                MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) => "M:",
                _ => null,
            };
            if (written is not null)
            {
                yield return $"{written}{name}.{member.Name}";
            }
        }
    }

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Plain(string name)
    {
        var end = name.IndexOfAny(['(', '~']);
        var kept = end < 0 ? name : name[..end];
        return System.Text.RegularExpressions.Regex.Replace(kept, "`+[0-9]+", "");
    }
}
