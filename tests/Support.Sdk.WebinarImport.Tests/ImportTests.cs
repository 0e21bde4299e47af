using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Support.Sdk.Testing;
using WebinarImportSample;
using WebinarImportSample.Hosting;

namespace Support.Sdk.WebinarImport.Tests;

public sealed partial class ImportTests : IDisposable
{
    private readonly ProgramRun _program = new();

    public void Dispose() => _program.Dispose();

    [Theory]
    [InlineData("en", "insert", "The first rows of each kind", "Fingerprint ")]
    [InlineData("fr", "créer", "Les premières lignes de chaque sorte", "Empreinte ")]
    public async Task Plan_Emulators_ShowsCountsExamplesAndFingerprint(string language, string insert, string examples, string fingerprint)
    {
        (await RunAsync("plan", "--rows", "200", "--store", _program.Store, "--language", language)).ShouldBe((int)ExitCode.Done, _program.Errors);

        Count(insert).ShouldBeGreaterThan(100);
        _program.Output.ShouldContain(examples);
        FingerprintPattern().IsMatch(_program.Output).ShouldBeTrue(_program.Output);
        _program.Output.ShouldContain(fingerprint);
        _program.Output.ShouldContain("Title: Trainee →");
    }

    [Theory]
    [InlineData("en", "created", "left something undone", "rows/s")]
    [InlineData("fr", "créées", "ont laissé quelque chose en suspens", "lignes/s")]
    public async Task ImportAndReport_Emulators_CountEveryRowAndWriteTheUndoneOnes(string language, string created, string undone, string rate)
    {
        var report = _program.PathOf("report.csv");

        (await RunAsync("import", "--rows", "200", "--store", _program.Store, "--language", language)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);
        Count(created).ShouldBeGreaterThan(100);
        _program.Output.ShouldContain(undone);
        _program.Output.ShouldContain(rate);

        (await RunAsync("report", "--store", _program.Store, "--out", report, "--language", language)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var lines = await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken);
        lines[0].ShouldBe("row,participant,kind,outcome,record,part,code,message,fields,mayPass");
        lines.Skip(1).ShouldNotBeEmpty();
        lines.Skip(1).ShouldAllBe(line => line.Contains(",Invalid,", StringComparison.Ordinal) || line.Contains(",Conflict,", StringComparison.Ordinal));

        (await RunAsync("report", "--all", "--store", _program.Store, "--out", report)).ShouldBe((int)ExitCode.Done);
        (await File.ReadAllLinesAsync(report, TestContext.Current.CancellationToken)).Select(line => line.Split(',')[0]).Distinct().Count().ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task Import_UnfitMapping_ShowsEveryProblem()
    {
        var path = _program.Write("unfit.json", Mappings.Unfit);

        (await RunAsync("import", "--rows", "10", "--mapping", path, "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{path}#/fields/1/field");
        _program.Errors.ShouldContain($"--mapping: The mapping {path} is wrong; errors: 3.");
    }

    [Fact]
    public async Task Import_UnknownWebinar_NamesIt()
    {
        (await RunAsync("import", "--rows", "10", "--webinar", "0123456789abcdef0123456789abcdef", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--webinar: Webex has no webinar “0123456789abcdef0123456789abcdef”");
    }

    [Fact]
    public async Task Import_MappingWithCampaign_LinksTheContacts()
    {
        var path = _program.Write("campaign.json", Mappings.WithCampaign);

        (await RunAsync("import", "--rows", "50", "--mapping", path, "--status", "Responded", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors + _program.Output);

        Count("linked to the campaign").ShouldBeGreaterThan(30);
        Count("not linked").ShouldBe(0);
    }

    [Fact]
    public async Task Import_StatusThatTheCampaignDoesNotHave_IsRefused()
    {
        var path = _program.Write("campaign.json", Mappings.WithCampaign);

        (await RunAsync("import", "--rows", "50", "--mapping", path, "--status", "Enchanted", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--status: “Enchanted” is no status of this campaign.");
        _program.Errors.ShouldNotContain("Correct:");
    }

    [Theory]
    [InlineData("--campaign", "701000000000001")]
    [InlineData("--status", "Responded")]
    public async Task Import_CampaignOptionsForAMappingThatLinksNothing_AreRefused(string option, string value)
    {
        (await RunAsync("import", "--rows", "10", option, value, "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"{option}: The mapping links nothing to a campaign.");
    }

    [Theory]
    [InlineData("701000000000001AAA")]
    [InlineData("abc")]
    public async Task Import_UnknownCampaign_NamesTheOption(string campaign)
    {
        var path = _program.Write("campaign.json", Mappings.WithCampaign);

        (await RunAsync("import", "--rows", "10", "--mapping", path, "--campaign", campaign, "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput, _program.Errors);

        _program.Errors.ShouldContain($"--campaign: There is no campaign {campaign}");
    }

    [Fact]
    public async Task Plan_MappingWithCampaign_SaysHowManyWouldBeLinked()
    {
        var path = _program.Write("campaign.json", Mappings.WithCampaign);

        (await RunAsync("plan", "--rows", "50", "--mapping", path)).ShouldBe((int)ExitCode.Done, _program.Errors);
        _program.Output.ShouldContain("The records of 49 rows would be linked to the campaign ");

        (await RunAsync("import", "--rows", "50", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);
        _program.Output.ShouldNotContain("linked");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-wal")]
    [InlineData("-shm")]
    public async Task Report_IntoTheStore_IsRefused(string suffix)
    {
        (await RunAsync("import", "--rows", "10", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);

        (await RunAsync("report", "--store", _program.Store, "--out", _program.Store + suffix)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"--out: {_program.Store}{suffix} belongs to the store");
        (await RunAsync("report", "--store", _program.Store, "--out", _program.PathOf("report.csv"))).ShouldBe((int)ExitCode.Done, _program.Errors);
    }

    [Fact]
    public async Task Import_UnknownPlan_NamesTheOption()
    {
        (await RunAsync("import", "--rows", "10", "--plan", "nosuch", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--plan: There is no plan nosuch.");
    }

    [Fact]
    public async Task Import_InterruptedBefore_IsInterrupted()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();

        (await _program.RunAsync(["import", "--rows", "10", "--store", _program.Store], interrupted.Token)).ShouldBe((int)ExitCode.Interrupted);
    }

    [Fact]
    public async Task ImportThenResume_VendorsElsewhere_AnImportThatIsOverIsRefused()
    {
        await using var vendors = await EmulatedVendors.StartAsync(50, TestContext.Current.CancellationToken);
        Configure(vendors);

        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var plan = PlanPattern().Match(_program.Output).Groups[1].Value;
        (await RunAsync("import", "--plan", plan, "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);
        var contacts = vendors.Salesforce.Count("Contact");
        (await RunAsync("resume", "--store", _program.Store)).ShouldBe((int)ExitCode.Refused, _program.Errors);

        vendors.Salesforce.Count("Contact").ShouldBe(contacts);
    }

    [Fact]
    public async Task ImportBoundToAPlan_AContactAppears_SaysWhatDriftedAndResumesWhenAccepted()
    {
        await using var vendors = await EmulatedVendors.StartAsync(50, TestContext.Current.CancellationToken);
        Configure(vendors);
        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var plan = PlanPattern().Match(_program.Output).Groups[1].Value;
        vendors.Salesforce.AddRecord("Contact", ("Email", DemoWebinar.Person(7).Email), ("LastName", "Newcomer"));

        (await RunAsync("import", "--plan", plan, "--store", _program.Store)).ShouldBe((int)ExitCode.Refused, _program.Errors);
        _program.Errors.ShouldContain("differences: 1");
        var contacts = vendors.Salesforce.Count("Contact");
        (await RunAsync("resume", "--accept-drift", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);

        vendors.Salesforce.Count("Contact").ShouldBeGreaterThan(contacts);
    }

    [Fact]
    public async Task Import_ProcessKilledInBetween_AnotherOneLeavesOneContactForEachAddress()
    {
        // The vendors of this call end with it, so its own counts and the report are what is left to see.
        (await RunAsync("import", "--rows", "12000", "--crash-at", "5000", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);

        _program.Output.ShouldContain("Killed: it had begun to write ");
        _program.Output.ShouldContain("Another one resumes.");
        Count("all").ShouldBe(Count("created") + Count("updated") + Count("unchanged") + Count("repeated") + Count("conflicts") + Count("invalid"));
        Count("all").ShouldBe(12_000);
        Count("repeated").ShouldBe(120);
        Count("refused by Salesforce").ShouldBe(0);
    }

    [Fact]
    public async Task Import_OverBeforeItCouldBeKilled_SaysSo()
    {
        (await RunAsync("import", "--rows", "50", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);

        (await RunAsync("import", "--rows", "50", "--crash-at", "5000", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);

        _program.Output.ShouldContain("Nothing was killed: ");
        _program.Output.ShouldNotContain("Another one resumes.");
        _program.Output.ShouldContain("50 rows, 0 of them in this call, in ");
    }

    [Fact]
    public async Task Import_WrongOptionBesideCrashAt_IsToldBeforeAnythingBegins()
    {
        (await RunAsync("import", "--rows", "50", "--crash-at", "10", "--webinar", "nosuch", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--webinar: Webex has no webinar “nosuch”");
        File.Exists(_program.Store).ShouldBeFalse();
    }

    [Fact]
    public async Task ImportThenRetry_VendorsElsewhere_RunsTheUndoneRowsAlone()
    {
        await using var vendors = await EmulatedVendors.StartAsync(200, TestContext.Current.CancellationToken);
        Configure(vendors);

        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);
        _program.Output.ShouldContain("“retry” runs them again");
        _program.Output.ShouldNotContain("could succeed");
        var undone = Count("conflicts") + Count("invalid");
        (await RunAsync("retry", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);

        Count("all").ShouldBe(undone);
        (await RunAsync("list", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        _program.Output.Split('\n').Count(line => line.Contains("completed", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task Retry_MappingIntoAnotherObject_IsRefused()
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        Configure(vendors);
        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var path = _program.Write("leads.json", Mappings.Contacts.Replace("Contact", "Lead", StringComparison.Ordinal));

        (await RunAsync("retry", "--mapping", path, "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain("--mapping: The mapping is for Lead, but the import was into Contact.");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("resume")]
    [InlineData("report")]
    [InlineData("retry")]
    public async Task LookBack_UnknownImport_NamesThoseThatThereAre(string command)
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        Configure(vendors);
        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var import = ImportPattern().Match(_program.Output).Groups[1].Value;

        (await RunAsync(command, "--import", "nosuch", "--store", _program.Store)).ShouldBe((int)ExitCode.BadInput);

        _program.Errors.ShouldContain($"--import: The store {_program.Store} has no import “nosuch”. The newest ones are {import}");
    }

    [Fact]
    public async Task Import_SalesforceGone_SaysSoAndLeavesAndIsResumed()
    {
        await using var vendors = await EmulatedVendors.StartAsync(50, TestContext.Current.CancellationToken);
        Configure(vendors);
        _program.Settings["Salesforce:Http:MaxRetries"] = "0";
        vendors.Salesforce.Faults.On("GET", "/services/data/{version}/query").Always().Respond(503);
        var clock = new ManualTimeProvider();

        var run = _program.RunAsync(["import", "--store", _program.Store], TestContext.Current.CancellationToken, clock);
        while (!run.IsCompleted)
        {
            // The clock runs only once somebody waits for it.
            clock.Advance(clock.DueTimes.Count > 0 && vendors.Salesforce.Requests.Matching("GET", "/services/data/{version}/query").Count > 0 ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
            await Task.Yield();
        }

        (await run).ShouldBe((int)ExitCode.VendorFailed, _program.Errors);
        _program.Errors.ShouldContain("Nothing has moved for 00:00:15");
        _program.Errors.ShouldContain("Nothing has moved for 00:15:00, and this call waits no longer. 0 rows are over with");
        _program.Errors.ShouldContain("“resume” goes on with it");

        vendors.Salesforce.Faults.Clear();
        (await RunAsync("resume", "--store", _program.Store)).ShouldBe((int)ExitCode.RowsUndone, _program.Errors);
        Count("all").ShouldBe(50);
    }

    [Fact]
    public async Task Import_RefusedBecauseAnotherIsNotOver_DoesNotCarryThatOneOn()
    {
        await using var vendors = await EmulatedVendors.StartAsync(50, TestContext.Current.CancellationToken);
        Configure(vendors);
        (await RunAsync("plan", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        var plan = PlanPattern().Match(_program.Output).Groups[1].Value;
        vendors.Salesforce.AddRecord("Contact", ("Email", DemoWebinar.Person(7).Email), ("LastName", "Newcomer"));
        (await RunAsync("import", "--plan", plan, "--store", _program.Store)).ShouldBe((int)ExitCode.Refused, _program.Errors);
        var contacts = vendors.Salesforce.Count("Contact");

        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.Refused, _program.Errors);
        vendors.Salesforce.Count("Contact").ShouldBe(contacts);

        (await RunAsync("cancel", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);
        _program.Errors.ShouldContain("Cancelled;");
        (await RunAsync("import", "--store", _program.Store)).ShouldNotBe((int)ExitCode.Refused, _program.Errors);
        vendors.Salesforce.Count("Contact").ShouldBeGreaterThan(contacts);
    }

    [Fact]
    public async Task Cancel_Abandon_GivesUpWhatCannotBeBroughtToItsEnd()
    {
        await using var vendors = await EmulatedVendors.StartAsync(20, TestContext.Current.CancellationToken);
        Configure(vendors);
        vendors.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Always()
            .Respond(403, body: """[{"message":"no","errorCode":"INSUFFICIENT_ACCESS"}]""");
        (await RunAsync("import", "--store", _program.Store)).ShouldBe((int)ExitCode.Refused, _program.Errors);

        (await RunAsync("cancel", "--abandon", "--store", _program.Store)).ShouldBe((int)ExitCode.Done, _program.Errors);

        vendors.Salesforce.Faults.Clear();
        (await RunAsync("report", "--store", _program.Store, "--out", _program.Store + ".csv")).ShouldBe((int)ExitCode.Done, _program.Errors);
        (await File.ReadAllTextAsync(_program.Store + ".csv", TestContext.Current.CancellationToken)).ShouldContain("IMPORT_ABANDONED");
        (await RunAsync("import", "--store", _program.Store)).ShouldNotBe((int)ExitCode.Refused, _program.Errors);
        vendors.Salesforce.Count("Contact").ShouldBeGreaterThan(0);
    }

    private void Configure(EmulatedVendors vendors)
    {
        foreach (var (name, value) in vendors.Settings)
        {
            _program.Settings[name] = value;
        }
    }

    // The number in the row of a table that begins with these words.
    private long Count(string words)
    {
        var row = _program.Output.Split('\n').FirstOrDefault(line => line.TrimStart('│', '|', ' ').StartsWith(words + " ", StringComparison.Ordinal)).ShouldNotBeNull(_program.Output);
        return long.Parse(string.Concat(row.Split('│', '|')[2].Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Task<int> RunAsync(params string[] arguments) => _program.RunAsync(arguments, TestContext.Current.CancellationToken);

    [GeneratedRegex("(Fingerprint|Empreinte) [0-9a-f]{64}")]
    private static partial Regex FingerprintPattern();

    [GeneratedRegex("Import ([^,]+), kept in")]
    private static partial Regex ImportPattern();

    [GeneratedRegex("import --plan ([^”]+)”")]
    private static partial Regex PlanPattern();
}
