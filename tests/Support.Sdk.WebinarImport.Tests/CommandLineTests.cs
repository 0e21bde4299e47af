using Shouldly;
using WebinarImportSample;

namespace Support.Sdk.WebinarImport.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("en", "Exit codes: 0 done")]
    [InlineData("fr", "Codes de sortie : 0 fait")]
    public async Task Help_EitherLanguage_NamesEveryCommandAndTheExitCodes(string language, string exitCodes)
    {
        (await RunAsync()).ShouldBe((int)ExitCode.Done);
        (await RunAsync("plan", "--help")).ShouldBe((int)ExitCode.Done);
        (await RunAsync("help", "--language", language)).ShouldBe((int)ExitCode.Done);

        foreach (var command in new[] { "plan", "import", "list", "resume", "cancel", "retry", "report", "validate <mapping.json>", "schema", "emulators" })
        {
            _program.Output.ShouldContain($"  {command}");
        }

        _program.Output.ShouldContain(exitCodes);
    }

    [Theory]
    [InlineData("en", "improt: There is no command “improt”. Did you mean “import”? There are plan, import, list, resume, cancel, retry, report, validate, schema, emulators, help.")]
    [InlineData("fr", "improt: Il n’existe pas de commande « improt ». Vouliez-vous dire « import » ? Il y a plan, import, list, resume, cancel, retry, report, validate, schema, emulators, help.")]
    public async Task Run_UnknownCommand_NamesThePlaceAndTheRemedy(string language, string text) =>
        await ShouldBeBadAsync(text, "improt", "--language", language);

    [Theory]
    [InlineData("en", "--rowz: “plan” has no such option. Did you mean --rows? There are --mapping,")]
    [InlineData("fr", "--rowz: « plan » n’a pas cette option. Vouliez-vous dire --rows ? ")]
    public async Task Run_UnknownOption_NamesThePlaceAndTheRemedy(string language, string text) =>
        await ShouldBeBadAsync(text, "plan", "--rowz", "5", "--language", language);

    [Theory]
    [InlineData("en", "--rows: The option needs a value, such as --rows 100000.")]
    [InlineData("fr", "--rows: L’option attend une valeur, par exemple --rows 100000.")]
    public async Task Run_OptionWithoutValue_ShowsOne(string language, string text) =>
        await ShouldBeBadAsync(text, "plan", "--language", language, "--rows");

    [Theory]
    [InlineData("ten")]
    [InlineData("0")]
    [InlineData("1000001")]
    [InlineData("5.5")]
    public async Task Run_RowsOutOfRange_NamesTheRange(string rows) =>
        await ShouldBeBadAsync($"--rows: “{rows}” is no whole number from 1 to ", "plan", "--rows", rows);

    [Fact]
    public async Task Run_OptionTwice_IsRefused() => await ShouldBeBadAsync("--rows: The option is given twice. Give it once.", "plan", "--rows", "5", "--rows", "6");

    [Fact]
    public async Task Run_UnknownKind_NamesTheKinds() =>
        await ShouldBeBadAsync("--kind: “guests” is no value of the option. Use one of registrants, invitees, attendees.", "plan", "--rows", "5", "--kind", "guests");

    [Fact]
    public async Task Run_UnknownLanguage_NamesTheLanguages() =>
        await ShouldBeBadAsync("--language: “de” is no value of the option. Use one of en, fr.", "schema", "--language", "de");

    [Fact]
    public async Task Help_OneCommand_ShowsThatOneAlone()
    {
        (await RunAsync("plan", "--help", "--lang", "fr")).ShouldBe((int)ExitCode.Done);
        _program.Output.ShouldContain("dit ce qu’une importation ferait");
        _program.Output.ShouldNotContain("  emulators");

        (await RunAsync("help", "report")).ShouldBe((int)ExitCode.Done);
        _program.Output.ShouldContain("  report");
        _program.Output.ShouldNotContain("  emulators");
    }

    [Theory]
    [InlineData("--language", "de")]
    [InlineData("--lang", "de")]
    public async Task Help_UnknownLanguage_IsRefused(params string[] arguments) => await ShouldBeBadAsync("--language: “de” is no value of the option.", ["help", .. arguments]);

    [Fact]
    public async Task Run_CommandUnlikeAny_NamesAll() => await ShouldBeBadAsync("frobnicate: There is no command “frobnicate”. Use one of plan, import,", "frobnicate");

    [Fact]
    public async Task Run_NameBetweenColons_StaysAText() => await ShouldBeBadAsync("There is no command “a:key:b”.", "a:key:b");

    [Fact]
    public async Task Validate_NoFile_ShowsHow() => await ShouldBeBadAsync("mapping.json: “validate” needs a file: validate <mapping.json>.", "validate");

    private async Task ShouldBeBadAsync(string text, params string[] arguments)
    {
        (await RunAsync(arguments)).ShouldBe((int)ExitCode.BadInput);
        _program.Errors.ShouldContain(text);
    }

    private Task<int> RunAsync(params string[] arguments) => _program.RunAsync(arguments, TestContext.Current.CancellationToken);
}
