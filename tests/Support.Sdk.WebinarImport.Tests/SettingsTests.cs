using Shouldly;
using WebinarImportSample;
using WebinarImportSample.Hosting;

namespace Support.Sdk.WebinarImport.Tests;

public sealed class SettingsTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("en", "Salesforce: Webex is configured, Salesforce is not. Configure both, or neither for the emulators")]
    [InlineData("fr", "Salesforce: Webex est configuré, Salesforce ne l’est pas.")]
    public async Task Plan_OneVendorConfigured_NamesTheOther(string language, string text)
    {
        _program.Settings["Webex:AccessToken"] = "secret-of-webex";

        (await RunAsync("plan", "--store", _program.Store, "--language", language)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain(text);
        _program.Errors.ShouldNotContain("secret-of-webex");
    }

    [Fact]
    public async Task Plan_WrongSetting_NamesItWithoutItsSecret()
    {
        _program.Settings["Webex:AccessToken"] = "secret-of-webex";
        _program.Settings["Salesforce:MyDomain"] = "acme";
        _program.Settings["Salesforce:ApiVersion"] = "12";
        _program.Settings["Salesforce:AccessToken"] = "secret-of-salesforce";

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Salesforce: The settings cannot be used: ");
        _program.Errors.ShouldContain("Salesforce:ApiVersion must be a version");
        _program.Errors.ShouldNotContain("SalesforceOptions");
        _program.Errors.ShouldNotContain("secret-of");
    }

    [Fact]
    public async Task Plan_UnknownSetting_IsRefused()
    {
        _program.Settings["Webex:AccesToken"] = "secret-of-webex";
        _program.Settings["Salesforce:MyDomain"] = "acme";
        _program.Settings["Salesforce:AccessToken"] = "secret-of-salesforce";

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Webex:AccesToken: There is no such setting.");
        _program.Errors.ShouldNotContain("secret-of");
    }

    [Theory]
    [InlineData("en", "Secrets:Key: OAuth is configured (Salesforce:OAuth:ClientId)", "openssl rand -base64 32")]
    [InlineData("fr", "Secrets:Key: OAuth est configuré (Salesforce:OAuth:ClientId)", "openssl rand -base64 32")]
    public async Task Plan_OAuthWithoutAKey_SaysHowToMakeOne(string language, string text, string remedy)
    {
        ConfigureOAuth();

        (await RunAsync("plan", "--store", _program.Store, "--language", language)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain(text);
        _program.Errors.ShouldContain(remedy);
    }

    [Theory]
    [InlineData("too-short")]
    [InlineData("QUJD")]
    public async Task Plan_KeyOfAnotherForm_SaysHowToMakeOneWithoutShowingIt(string key)
    {
        ConfigureOAuth();
        _program.Settings["Secrets:Key"] = key;

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Secrets:Key: ");
        _program.Errors.ShouldContain("openssl rand -base64 32");
        _program.Errors.ShouldNotContain(key);
    }

    [Fact]
    public async Task Plan_ClientCredentials_KeepsTheTokenEncrypted()
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        vendors.Salesforce.AddOAuthClient(new("consumer", "secret-of-consumer", new Uri("https://client.example/")) { ExecutionUser = vendors.Salesforce.AddUser("import@example.com", "Ida", "Import") });
        foreach (var (name, value) in vendors.Settings.Where(static setting => setting.Key != "Salesforce:AccessToken"))
        {
            _program.Settings[name] = value;
        }

        _program.Settings["Salesforce:OAuth:Grant"] = "ClientCredentials";
        _program.Settings["Salesforce:OAuth:ClientId"] = "consumer";
        _program.Settings["Salesforce:OAuth:ClientSecret"] = "secret-of-consumer";
        _program.Settings["Secrets:Key"] = Convert.ToBase64String(new byte[32]);

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);

        vendors.Salesforce.Requests.Matching("POST", "/services/oauth2/token").Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("SupportSdk:Webinars:ChunkRow", "100", "SupportSdk:Webinars:ChunkRow: There is no such setting.")]
    [InlineData("SupportSdk:Webinars:ChunkRows", "many", "SupportSdk:Webinars:ChunkRows: The value is none that this setting takes.")]
    [InlineData("Webex:Http:MaxRetry", "1", "Webex:Http:MaxRetry: There is no such setting.")]
    [InlineData("Import:Patience", "long", "Import:Patience: “long” is no time of a second or more.")]
    public async Task Import_WrongSetting_NamesItsWholeKey(string key, string value, string text)
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        foreach (var (name, setting) in vendors.Settings)
        {
            _program.Settings[name] = setting;
        }

        _program.Settings[key] = value;

        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain(text);
    }

    [Fact]
    public async Task Plan_SettingOfAnotherForm_NamesItsKeyWithoutItsValue()
    {
        ConfigureOAuth();
        _program.Settings["Secrets:Key"] = Convert.ToBase64String(new byte[32]);
        _program.Settings["Salesforce:OAuth:Grant"] = "ClientCredential";

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Salesforce:OAuth:Grant: The value is none that this setting takes.");
        _program.Errors.ShouldNotContain("Support.Sdk");
    }

    [Theory]
    [InlineData("Webex:AccessToken")]
    [InlineData("Salesforce:AccessToken")]
    public async Task Import_WrongToken_IsABadSetting(string setting)
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        foreach (var (name, value) in vendors.Settings)
        {
            _program.Settings[name] = value;
        }

        _program.Settings[setting] = "secret-of-nobody";

        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("Nothing was begun. Correct the token or the credentials in the settings.");
        _program.Errors.ShouldNotContain("secret-of");
    }

    [Fact]
    public async Task Report_OneVendorConfigured_NeedsNeither()
    {
        _program.Settings["Webex:AccessToken"] = "token";

        (await RunAsync("report", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"--store: The store {_program.Store} has no import.");
    }

    [Fact]
    public async Task Plan_RowsWithConfiguredVendors_IsForEmulatorsOnly()
    {
        Configure();

        (await RunAsync("plan", "--store", _program.Store, "--rows", "5")).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--rows: The option is for the emulators");
    }

    [Fact]
    public async Task Plan_ConfiguredVendorsAndNoWebinar_AsksForIt()
    {
        Configure();

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--webinar: No webinar is named. Give its id with --webinar.");
    }

    [Theory]
    [InlineData("en", "Nothing was begun. Check the address")]
    [InlineData("fr", "Rien n’a été commencé. Vérifiez l’adresse")]
    public async Task Plan_VendorNotToBeReached_IsTheVendorsFailure(string language, string text)
    {
        Configure();
        _program.Settings["Webex:Http:MaxRetries"] = "0";

        (await RunAsync("plan", "--store", _program.Store, "--webinar", "w-1", "--language", language)).ShouldBe((int)ExitCode.VendorFailed, _program.Errors);

        _program.Errors.ShouldContain(text);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("resume")]
    public async Task LookBack_NoStore_NamesIt(string command)
    {
        Configure();

        (await RunAsync(command, "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"--store: The store {_program.Store} has no import.");
    }

    [Theory]
    [InlineData("en", "resume: The emulators end with the process")]
    [InlineData("fr", "resume: Les émulateurs disparaissent avec le processus")]
    public async Task Resume_EmulatorsOfThisProcess_SaysThatTheirOrgIsGone(string language, string text)
    {
        (await RunAsync("resume", "--language", language)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain(text);
    }

    [Fact]
    public async Task Report_FileThatIsNoDatabase_NamesTheStore()
    {
        _program.Write("imports.db", "This is a text of more than a hundred letters, and no database; whoever opens it as one is told so and named the option with which another file is chosen.");

        (await RunAsync("report", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--store: The store cannot be used: ");
    }

    private void ConfigureOAuth()
    {
        _program.Settings["Webex:AccessToken"] = "secret-of-webex";
        _program.Settings["Salesforce:MyDomain"] = "acme";
        _program.Settings["Salesforce:OAuth:Grant"] = "ClientCredentials";
        _program.Settings["Salesforce:OAuth:ClientId"] = "consumer";
        _program.Settings["Salesforce:OAuth:ClientSecret"] = "secret-of-consumer";
    }

    // Nobody listens at port 9 of this machine.
    private void Configure()
    {
        _program.Settings["Webex:BaseAddress"] = "http://127.0.0.1:9/v1/";
        _program.Settings["Webex:AccessToken"] = "token";
        _program.Settings["Salesforce:BaseAddress"] = "http://127.0.0.1:9/";
        _program.Settings["Salesforce:AccessToken"] = "token";
    }

    private Task<int> RunAsync(params string[] arguments) => _program.RunAsync(arguments, TestContext.Current.CancellationToken);
}
