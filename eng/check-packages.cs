#:property PublishAot=false
#:property UsesBannedSymbols=false

// Checks what `dotnet pack` has put into a folder: dotnet run eng/check-packages.cs -- <folder> <version.json> <source folder>
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

if (args is not [var folder, var versionJson, var sources])
{
    Console.Error.WriteLine("usage: check-packages <folder of packages> <version.json> <folder of sources>");
    return 2;
}

var match = Regex.Match(File.ReadAllText(versionJson), """"version"\s*:\s*"(?<core>\d+\.\d+)(\.\d+)?(?<suffix>-[^"]+)?"""");
var version = $"{match.Groups["core"].Value}.0{match.Groups["suffix"].Value}";
var expected = Directory.EnumerateFiles(sources, "*.csproj", SearchOption.AllDirectories).Select(project => Path.GetFileNameWithoutExtension(project)!).Order(StringComparer.Ordinal).ToList();
List<string> problems = [];

foreach (var id in expected)
{
    Check($"{id}.{version}.nupkg", Package);
    Check($"{id}.{version}.snupkg", archive => Require(archive, $"lib/net10.0/{id}.pdb"));

    IEnumerable<string> Package(ZipArchive archive)
    {
        var nuspec = Require(archive, $"{id}.nuspec").Concat(Require(archive, "README.md"))
            .Concat(Require(archive, $"lib/net10.0/{id}.dll"))
            .Concat(Require(archive, $"lib/net10.0/{id}.xml"));
        return nuspec.Concat(Metadata(archive, id));
    }
}

var known = expected.SelectMany(id => new[] { $"{id}.{version}.nupkg", $"{id}.{version}.snupkg" }).ToHashSet(StringComparer.Ordinal);
problems.AddRange(Directory.EnumerateFiles(folder).Select(file => Path.GetFileName(file)!).Where(name => !known.Contains(name)).Select(name => $"{name} belongs to no project of {sources}, or has another version than {version}."));
problems.ForEach(Console.Error.WriteLine);
Console.WriteLine($"{expected.Count} packages of version {version} checked, {problems.Count} problems.");
return problems.Count == 0 ? 0 : 1;

void Check(string name, Func<ZipArchive, IEnumerable<string>> rules)
{
    var path = Path.Combine(folder, name);
    if (!File.Exists(path))
    {
        problems.Add($"{name} is missing.");
        return;
    }

    using var archive = ZipFile.OpenRead(path);
    problems.AddRange(rules(archive).Select(problem => $"{name}: {problem}").ToList());
}

static IEnumerable<string> Require(ZipArchive archive, string entry) => archive.GetEntry(entry) is { Length: > 0 } ? [] : [$"{entry} is missing or empty."];

IEnumerable<string> Metadata(ZipArchive archive, string id)
{
    using var stream = archive.GetEntry($"{id}.nuspec")!.Open();
    var metadata = XDocument.Load(stream).Root!.Elements().First(element => element.Name.LocalName == "metadata");
    string? Value(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    (string Name, string Expected)[] fixedValues = [("id", id), ("version", version), ("license", "MIT"), ("readme", "README.md")];
    foreach (var (name, value) in fixedValues.Where(entry => Value(entry.Name) != entry.Expected))
    {
        yield return $"<{name}> is '{Value(name)}', not '{value}'.";
    }

    if (string.IsNullOrWhiteSpace(Value("description")) || string.IsNullOrWhiteSpace(Value("authors")))
    {
        yield return "<description> or <authors> is empty.";
    }
}
