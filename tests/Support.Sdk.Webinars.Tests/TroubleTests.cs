using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Failures;
using Support.Sdk.Running;

namespace Support.Sdk.Webinars.Tests;

/// <summary>Rows that fail, systems that fail, people who change their mind.</summary>
public sealed class TroubleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [Requirement("WBN-11")]
    public async Task RowsThatFail_AreReportedWithEveryCode_AndRunAgainAlone(int threshold)
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world, configure: options => options.BulkThreshold = threshold);
        world.AddObject("Visitor__c", isKeyUnique: true);
        var webinar = world.AddWebinar(50, index => index == 9 ? WebinarPerson.Of(9) with { LastName = "" } : WebinarPerson.Of(index));
        world.Salesforce.AddDuplicateRule(new SalesforceDuplicateRule("Visitor__c", "No twins", ["Title__c"]) { AllowSave = false });
        world.Salesforce.AddRecord("Visitor__c", ("Name", "Other"), ("Email__c", "other@example.com"), ("LastName__c", "Other"), ("Title__c", WebinarPerson.Of(4).JobTitle));
        var twins = Enumerable.Range(0, 50).Count(index => index != 9 && WebinarPerson.Of(index).JobTitle == WebinarPerson.Of(4).JobTitle);

        var import = await host.ImportAsync(new(webinar, Documents.Custom("Visitor__c")));

        import.Status.ShouldBe(ImportStatus.Completed);
        import.Counts.Failed.ShouldBeGreaterThanOrEqualTo(twins);
        import.Counts.Invalid.ShouldBe(1);
        import.Counts.Undone.ShouldBe(import.Counts.Failed + 1);
        var undone = await host.RowsAsync(import.Id, ImportRowFilter.Undone);
        undone.ShouldContain(row => row.Number == 10 && row.Outcome == ImportOutcome.Invalid);
        undone.First(row => row.Number == 5).Errors.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            error => error.Code.ShouldBe("DUPLICATES_DETECTED"), error => error.MayPass.ShouldBeFalse());
        var report = await host.ReportAsync(import.Id);
        report.ShouldContain("DUPLICATES_DETECTED");
        report.Split('\n').Count(line => line.StartsWith("10,", StringComparison.Ordinal)).ShouldBe(2, "what was decided, and the field that is empty");

        var again = (await host.RunAsync(host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, execution: EffectExecution.Inline, cancellationToken: Cancel).AsTask())).ValueOrThrow();
        again.Counts.Rows.ShouldBe(import.Counts.Undone);
        (await host.RowsAsync(again.Id)).Select(row => row.Number).ShouldBe(undone.Select(row => row.Number));
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task FaultsThatPass_AreOutlived_AndNoRecordIsMadeTwice()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(2_500);
        world.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Skip(3).Times(1).CutAfterCommit();
        world.Webex.Faults.On("GET", "/v1/meetings/{meetingId}/registrants").Skip(15).Times(1).Respond(503);

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        await SettleAsync(world, host);

        import = (await host.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();
        import.Status.ShouldBe(ImportStatus.Completed);
        import.Counts.ShouldBe(new ImportCounts { Rows = 2_500, Created = 2_500 });
        world.Salesforce.Count("Contact").ShouldBe(2_500);
        (await host.RowsAsync(import.Id)).Select(row => row.Number).ShouldBe(Enumerable.Range(1, 2_500).Select(number => (long)number));
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task ASystemThatKeepsFailing_IsNotCalledForEver()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world, configure: options => options.BulkThreshold = 100);
        var webinar = world.AddWebinar(300);
        world.Salesforce.Faults.On("PUT", "/services/data/{version}/jobs/ingest/{job}/batches").Always().Respond(503);

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        await SettleAsync(world, host);

        import = (await host.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();
        import.Status.ShouldBe(ImportStatus.Stopped);
        import.FaultKind.ShouldBe(FailureKind.Transient);
        world.CountRequests("PUT", "/batches").ShouldBe(12, "as many attempts as an effect has");
        world.Salesforce.Count("Contact").ShouldBe(0);

        (await host.Imports.CancelAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Status.ShouldBe(ImportStatus.Cancelling, "what was begun is brought to its end");
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task ABudgetThatIsUsedUp_StopsTheImport_WhichGoesOnWhenItIsResumed()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(2_500);
        world.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Skip(6).Times(1).Respond(403, body: """[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]""");

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        import.Status.ShouldBe(ImportStatus.Stopped);
        import.FaultKind.ShouldBe(FailureKind.Refused);
        import.Fault!.ShouldContain("REQUEST_LIMIT_EXCEEDED");
        import.Counts.Rows.ShouldBeOneOf([1_000, 1_500, 2_000], "the chunk that met the refusal is open, all others are settled");
        (await host.TryImportAsync(new(webinar, Documents.Contact()))).Refusal!.ShouldSatisfyAllConditions(
            refusal => refusal.Code.ShouldBe("webinars.import-unfinished"), refusal => refusal.Values.ShouldHaveSingleItem().ToString().ShouldBe(import.Id));
        (await host.Imports.ForgetRowsAsync(import.Id, ImportHost.Anna, Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-over");
        (await host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-over");
        (await host.Imports.ExplainAsync(import.Id, ImportHost.Anna, Cancel)).Single(action => action.Action == "Resume").Refusal.ShouldBeNull();

        import = (await host.RunAsync(host.Imports.ResumeAsync(import.Id, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask())).ValueOrThrow();

        import.Status.ShouldBe(ImportStatus.Completed);
        import.Counts.ShouldBe(new ImportCounts { Rows = 2_500, Created = 2_500 });
        world.Salesforce.Count("Contact").ShouldBe(2_500);
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task Cancel_BringsWhatIsBeingWrittenToItsEnd_AndNoMore()
    {
        await using var world = await World.StartAsync();
        var ledger = new HookedLedger();
        await using var host = await ImportHost.StartAsync(world, ledger: ledger);
        var webinar = world.AddWebinar(5_000);
        var import = (await host.Imports.StartAsync(new(webinar, Documents.Contact()), ImportHost.Anna, EffectExecution.Background, Cancel)).ValueOrThrow();
        ledger.OnResults = async () => (await host.Imports.CancelAsync(import.Id, ImportHost.Anna, Cancel)).IsAccepted.ShouldBeTrue();
        var watching = host.Imports.WatchAsync(import.Id, ImportHost.Anna, Cancel).ToListAsync(Cancel).AsTask();

        await host.RunAsync(host.Work.RunAllAsync(Cancel));
        var changes = await host.RunAsync(watching);

        import = (await host.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();
        import.Status.ShouldBe(ImportStatus.Cancelled);
        import.Counts.Created.ShouldBe(import.Counts.Rows);
        world.Salesforce.Count("Contact").ShouldBe((int)import.Counts.Rows, "what was written is known, and nothing else was");
        import.Counts.Rows.ShouldBeInRange(1_000, 2_000);
        (await host.RowsAsync(import.Id)).Count.ShouldBe((int)import.Counts.Rows);
        changes[^1].Status.ShouldBe(ImportStatus.Cancelled);
        changes.Select(change => change.Counts.Rows).ShouldBeInOrder();

        (await host.ImportAsync(new(webinar, Documents.Contact()))).Counts.Unchanged.ShouldBe(import.Counts.Rows);
        world.Salesforce.Count("Contact").ShouldBe(5_000);
    }

    [Fact]
    [Requirement("WBN-10")]
    public async Task APlanThatWasConfirmed_StillHolds_OrSaysWhatDrifted()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(40);
        var request = new WebinarImportRequest(webinar, Documents.Contact());
        var known = world.AddContact(WebinarPerson.Of(1).Email, "Old");
        var plan = await PlanAsync(host, request);

        var before = world.Salesforce.Count("Contact");
        world.AddContact(WebinarPerson.Of(8).Email, "Came between");
        var import = await host.ImportAsync(request with { Plan = plan });

        import.Status.ShouldBe(ImportStatus.Drifted);
        import.DriftCount.ShouldBe(1);
        import.Drifts.ShouldHaveSingleItem().Kind.ShouldBe(RowDriftKind.RecordAppeared);
        world.Salesforce.Count("Contact").ShouldBe(before + 1, "nothing is written while nobody has accepted it");
        world.Salesforce.Record(known)!["LastName"].ShouldBe("Old");

        import = (await host.RunAsync(host.Imports.AcceptDriftAsync(import.Id, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask())).ValueOrThrow();
        import.Counts.ShouldBe(new ImportCounts { Rows = 40, Created = 38, Updated = 2 });

        var held = await PlanAsync(host, request);
        (await host.TryImportAsync(new(webinar, Documents.Lead()) { Plan = held })).Refusal!.Code.ShouldBe("webinars.plan-of-another");
        (await host.ImportAsync(request with { Plan = held })).Counts.ShouldBe(new ImportCounts { Rows = 40, Unchanged = 40 });
        (await host.TryImportAsync(request with { Plan = held })).Refusal!.Code.ShouldBe("webinars.plan-not-found", "it has been carried out");
    }

    [Fact]
    [Requirement("WBN-10")]
    public async Task Preview_WritesNothing_AndSaysWhatTheImportThenDoes()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(300, index => WebinarPerson.Of(index % 250));
        world.AddContact(WebinarPerson.Of(1).Email, "Old");
        var request = new WebinarImportRequest(webinar, Documents.Contact());

        using var preview = (await host.Imports.PreviewAsync(request, ImportHost.Anna, cancellationToken: Cancel)).ValueOrThrow();
        var rows = await preview.ReadAsync(Cancel).ToListAsync(Cancel);

        world.Salesforce.Requests.ShouldAllBe(call => call.Method == "GET");
        rows.Count.ShouldBe(300);
        rows[1].GetChanges().ShouldContain(change => change.Field.Name == "LastName" && change.Before == "Old");
        var import = await host.ImportAsync(request);
        import.Counts.ShouldSatisfyAllConditions(
            counts => counts.Created.ShouldBe(preview.Summary.Inserts),
            counts => counts.Updated.ShouldBe(preview.Summary.Updates),
            counts => counts.Repeated.ShouldBe(preview.Summary.Repeated));
        Should.Throw<InvalidOperationException>(() => preview.ReadAsync(Cancel));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [Requirement("WBN-11")]
    public async Task ARowThatIsLockedForAMoment_IsTriedOnceMore_AndNoMore(int times, int undone)
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(1);
        world.Salesforce.Faults.On("POST", "/services/data/{version}/composite/sobjects").Times(times)
            .Respond(200, body: """[{"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"unable to obtain exclusive access to this record","fields":[]}]}]""");

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        import.Counts.ShouldBe(new ImportCounts { Rows = 1, Created = 1 - undone, Failed = undone, Undone = undone, MayPass = undone });
        world.Salesforce.Count("Contact").ShouldBe(1 - undone);
        world.CountRequests("POST", "/composite/sobjects").ShouldBe(2);
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task ForgetRows_LeavesTheLedger()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(5);
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        (await host.Imports.ForgetRowsAsync(import.Id, ImportHost.Anna, Cancel)).IsAccepted.ShouldBeTrue();

        (await host.RowsAsync(import.Id)).ShouldBeEmpty();
        (await host.Ledger.ReadAsync(new("", "Contact", webinar), Cancel).CountAsync(Cancel)).ShouldBe(5);
        (await host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-nothing-undone");
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task RetryUndone_AfterTheRowsWereForgotten_IsRefused()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(5, WithoutSecondName);
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        import.Counts.Undone.ShouldBe(1);
        (await host.Imports.ForgetRowsAsync(import.Id, ImportHost.Anna, Cancel)).IsAccepted.ShouldBeTrue();

        (await host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-rows-forgotten");

        (await host.Imports.ListAsync(ImportHost.Anna, webinar, Cancel).CountAsync(Cancel)).ShouldBe(1, "no import of no rows was started");
        (await host.ImportAsync(new(webinar, Documents.Contact()))).Counts.ShouldBe(new ImportCounts { Rows = 5, Unchanged = 4, Invalid = 1, Undone = 1 }, "what helps: to import it again");
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task RetryUndone_RowsAreForgottenBeforeItRuns_StopsInsteadOfDoingNothing()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(5, WithoutSecondName);
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        var again = (await host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, cancellationToken: Cancel)).ValueOrThrow();
        (await host.Imports.ForgetRowsAsync(import.Id, ImportHost.Anna, Cancel)).IsAccepted.ShouldBeTrue();

        await host.RunAsync(host.Work.RunAllAsync(Cancel));

        again = (await host.Imports.GetAsync(again.Id, ImportHost.Anna, Cancel)).ValueOrThrow();
        again.Status.ShouldBe(ImportStatus.Stopped);
        again.Fault!.ShouldContain("webinars.import-rows-forgotten");
        (await host.Imports.CancelAsync(again.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Status.ShouldBe(ImportStatus.Cancelled);
    }

    private static WebinarPerson WithoutSecondName(int index) => index == 1 ? WebinarPerson.Of(1) with { LastName = "" } : WebinarPerson.Of(index);

    private static async Task<string> PlanAsync(ImportHost host, WebinarImportRequest request)
    {
        using var preview = (await host.Imports.PreviewAsync(request, ImportHost.Anna, keep: true, Cancel)).ValueOrThrow();
        await foreach (var row in preview.ReadAsync(Cancel))
        {
            row.Row.SourceId.ShouldNotBeEmpty();
        }

        return preview.Id;
    }

    private static async Task SettleAsync(World world, ImportHost host)
    {
        for (var i = 0; i < 15; i++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(6));
            await host.RunAsync(host.Work.RunAllAsync(Cancel));
        }
    }
}
