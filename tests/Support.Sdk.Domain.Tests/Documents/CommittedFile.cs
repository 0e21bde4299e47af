using System.Runtime.CompilerServices;
using Shouldly;

namespace Support.Sdk.Tests.Documents;

// Compares generated text with a committed file; with SUPPORT_SDK_UPDATE=1 writes the file instead.
internal static class CommittedFile
{
    public const string UpdateVariable = "SUPPORT_SDK_UPDATE";

    public static string Root { get; } = FindRoot();

    public static void ShouldHold(string path, string expected)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, expected);
            return;
        }

        var remedy = $"'{path}' is missing or stale. If the change is meant, run: {UpdateVariable}=1 dotnet test tests/Support.Sdk.Domain.Tests, and commit the file.";
        File.Exists(file).ShouldBeTrue(remedy);
        File.ReadAllText(file).ReplaceLineEndings("\n").ShouldBe(expected, remedy);
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var directory = Path.GetDirectoryName(here);
        while (directory is not null && !File.Exists(Path.Combine(directory, "version.json")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new InvalidOperationException("The tests do not stand in the repository: no version.json above them.");
    }
}
