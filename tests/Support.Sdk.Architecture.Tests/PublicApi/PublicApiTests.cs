using Shouldly;

namespace Support.Sdk.Architecture.PublicApi;

public sealed class PublicApiTests
{
    [Theory]
    [MemberData(nameof(Packages.All), MemberType = typeof(Packages))]
    public void PublicApi_OfEachPackage_IsTheCommittedOne(string package)
    {
        var path = PathOf(package);
        var actual = ApiWriter.Write(Packages.Load(package));
        if (Repository.IsUpdating)
        {
            File.WriteAllText(path, actual);
        }

        var committed = File.Exists(path) ? File.ReadAllText(path) : "";
        var added = Lines(actual).Except(Lines(committed)).Select(line => "+ " + line);
        var removed = Lines(committed).Except(Lines(actual)).Select(line => "- " + line);
        (actual == committed).ShouldBeTrue($"The public API of {package} differs from {Repository.Relative(path)}. {Repository.HowToUpdate}\n{string.Join('\n', removed.Concat(added))}");
    }

    [Fact]
    public void PublicApi_OfPackagesThatAreGone_HasNoFile()
    {
        var files = Directory.EnumerateFiles(Path.GetDirectoryName(PathOf("any"))!, "*.txt").Select(Path.GetFileNameWithoutExtension);

        files.ShouldBe(Packages.Names, ignoreOrder: true);
    }

    private static string[] Lines(string text) => text.Split('\n');

    private static string PathOf(string package) => Repository.PathOf("tests", "Support.Sdk.Architecture.Tests", "PublicApi", package + ".txt");
}
