using System.Text.Json;
using Shouldly;
using Support.Sdk.Webinars;
using WebinarImportSample;

namespace Support.Sdk.WebinarImport.Tests;

public sealed class ValidateTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("contacts.json")]
    [InlineData("contacts-with-campaign.json")]
    public async Task Validate_MappingOfTheSample_HasWarningsOnly(string file)
    {
        (await RunAsync("validate", Path.Combine(AppContext.BaseDirectory, "mappings", file))).ShouldBe((int)ExitCode.Done, _program.Output + _program.Errors);
        _program.Output.ShouldContain("webinars.key-not-enforced");
        _program.Output.ShouldNotContain("error  ");
    }

    [Theory]
    [InlineData("en", "error", "does not fit; errors: 3")]
    [InlineData("fr", "erreur", "ne convient pas ; erreurs : 3")]
    public async Task Validate_UnfitMapping_ShowsEveryProblemWithPlaceCodeAndText(string language, string error, string summary)
    {
        var path = _program.Write("unfit.json", Mappings.Unfit);

        (await RunAsync("validate", path, "--language", language)).ShouldBe((int)ExitCode.BadInput);

        _program.Output.ShouldContain($"{error}  {path}#/fields/1/field  webinars.field-misspelt");
        _program.Output.ShouldContain($"{error}  {path}#/fields/2/source  webinars.source-unknown");
        _program.Output.ShouldContain($"{error}  {path}#/fields  webinars.required-field-missing");
        _program.Output.ShouldContain(summary);
    }

    [Fact]
    public async Task Validate_NoJson_NamesLineAndColumn()
    {
        var path = _program.Write("broken.json", "{ \"version\": 1,\n  oops }");

        (await RunAsync("validate", path)).ShouldBe((int)ExitCode.BadInput);

        _program.Output.ShouldContain("webinars.mapping-not-readable");
        _program.Output.ShouldContain("line 2, column 3");
    }

    [Theory]
    [InlineData("en", "There is no such file. Check its name and folder.")]
    [InlineData("fr", "Ce fichier n’existe pas. Vérifiez son nom et son dossier.")]
    public async Task Validate_NoSuchFile_SaysSo(string language, string text)
    {
        var path = _program.PathOf("missing.json");

        (await RunAsync("validate", path, "--language", language)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{path}: {text}");
    }

    [Theory]
    [InlineData("en", "There is no webinar field “emial”. Did you mean email?", "There is no property “feild” here. Did you mean field?")]
    [InlineData("fr", "Le champ de webinaire « emial » n’existe pas. Vouliez-vous dire email", "Il n’existe pas de propriété « feild » à cet endroit. Vouliez-vous dire field")]
    public async Task Validate_NamesMisspelt_NamesTheNearest(string language, string source, string property)
    {
        (await RunAsync("validate", _program.Write("source.json", Mappings.Contacts.Replace("\"email\"", "\"emial\"", StringComparison.Ordinal)), "--language", language)).ShouldBe((int)ExitCode.BadInput);
        _program.Output.ShouldContain(source);

        (await RunAsync("validate", _program.Write("property.json", Mappings.Contacts.Replace("\"field\"", "\"feild\"", StringComparison.Ordinal)), "--language", language)).ShouldBe((int)ExitCode.BadInput);
        _program.Output.ShouldContain(property);
        _program.Output.ShouldContain("/fields/2/feild");
    }

    [Fact]
    public async Task Validate_EmptyName_IsNoFile()
    {
        (await RunAsync("validate", "")).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("There is no such file.");
    }

    [Fact]
    public async Task Validate_ObjectMisspelt_NamesTheNearest()
    {
        var path = _program.Write("mapping.json", Mappings.Contacts.Replace("Contact", "Cotnact", StringComparison.Ordinal));

        (await RunAsync("validate", path)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{path}#/object: Salesforce has no object “Cotnact”. Did you mean Contact?");
    }

    [Fact]
    public async Task Validate_UnknownObject_NamesIt()
    {
        var path = _program.Write("mapping.json", Mappings.Contacts.Replace("Contact", "Visitor__c", StringComparison.Ordinal));

        (await RunAsync("validate", path)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{path}#/object: Salesforce has no object “Visitor__c”");
    }

    [Fact]
    public async Task Schema_ToStandardOutputAndToAFile_IsTheDocument()
    {
        var path = _program.PathOf("schema.json");

        (await RunAsync("schema", "--out", path)).ShouldBe((int)ExitCode.Done);
        (await RunAsync("schema")).ShouldBe((int)ExitCode.Done);

        using var schema = JsonDocument.Parse(_program.Output);
        schema.RootElement.GetProperty("properties").GetProperty("version").GetProperty("const").GetInt32().ShouldBe(WebinarMapping.Version);
        _program.Output.TrimEnd().ShouldBe((await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).TrimEnd());
    }

    [Fact]
    public async Task Schema_FullDisk_IsNoHalfFile()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no device that is always full.");

        (await RunAsync("schema", "--out", "/dev/full")).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("/dev/full: The file cannot be written: ");
    }

    [Fact]
    public async Task Run_OutputThatFails_IsBadInput()
    {
        (await _program.RunAsync(["schema"], TestContext.Current.CancellationToken, output: new FullWriter())).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Something cannot be read or written: No space left on device.");
    }

    [Fact]
    public async Task Schema_FileInAMissingFolder_NamesIt()
    {
        var path = _program.PathOf(Path.Combine("nowhere", "schema.json"));

        (await RunAsync("schema", "--out", path)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{path}: The file cannot be written: ");
    }

    private Task<int> RunAsync(params string[] arguments) => _program.RunAsync(arguments, TestContext.Current.CancellationToken);

    private sealed class FullWriter : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
