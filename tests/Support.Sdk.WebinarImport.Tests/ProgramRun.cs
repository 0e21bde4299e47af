using Microsoft.Extensions.Configuration;
using Spectre.Console;
using WebinarImportSample;
using WebinarImportSample.Hosting;

namespace Support.Sdk.WebinarImport.Tests;

/// <summary>One call of the program in this process, in a folder of its own: what it said, and its exit code.</summary>
internal sealed class ProgramRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("webinar-import-tests-");

    /// <summary>Settings, as appsettings.json and the environment would give them.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    public string Output { get; private set; } = "";

    public string Errors { get; private set; } = "";

    public string Store => PathOf("imports.db");

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public string Write(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return PathOf(file);
    }

    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken, TimeProvider? time = null, StringWriter? output = null)
    {
        output ??= new StringWriter();
        await using var errors = new StringWriter();
        var sources = new ConfigurationSources(builder => builder.AddInMemoryCollection(Settings));
        var code = await ImportProgram.RunAsync(arguments, ConsoleOf(output), ConsoleOf(errors), sources, time, cancellationToken);
        (Output, Errors) = (Plain(output), Plain(errors));
        return (int)code;
    }

    public void Dispose() => _folder.Delete(recursive: true);

    // French has spaces at which no line may end; tests read better without.
    private static string Plain(StringWriter writer) => writer.ToString().Replace('\u00A0', ' ');

    private static IAnsiConsole ConsoleOf(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });

        // Wide enough that no line is broken.
        console.Profile.Width = 1_000;
        return console;
    }
}
