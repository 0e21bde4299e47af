using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Failures;
using Support.Sdk.Running;
using Support.Sdk.Testing;

namespace Support.Sdk.Webinars.Tests;

/// <summary>Imports that are taken over from a host that stood still, go on after a long time, or cannot go on at all.</summary>
public sealed class TakeoverTests
{
    private const string Collections = "/services/data/{version}/composite/sobjects";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [Requirement("WBN-11")]
    public async Task AHostThatStoodStill_ChangesNothing_OnceAnotherHasTakenOver(int chunk, bool atResults)
    {
        await using var world = await World.StartAsync();
        var directory = Directory.CreateTempSubdirectory("support-sdk-import");
        try
        {
            var database = Path.Combine(directory.FullName, "import.db");
            var webinar = world.AddWebinar(600);
            await using var sleeper = await ImportHost.StartAsync(
                world, database, configure: Small, sleeper: new ManualTimeProvider(),
                wrap: inner => new GatedLedger(inner, written => written.Number == chunk && ImportChunks.HasResults(written.Content.Span) == atResults));
            await using var other = await ImportHost.StartAsync(world, database, configure: Small);
            var gate = (GatedLedger)sleeper.Ledger;
            var asleep = sleeper.Imports.StartAsync(new(webinar, Documents.Contact()), ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask();
            await gate.Stopped.WaitAsync(Cancel);

            world.Clock.Advance(TimeSpan.FromMinutes(10));
            await other.RunAsync(other.Work.RunAllAsync(Cancel));
            var import = (await other.Imports.ListAsync(ImportHost.Anna, webinar, Cancel).ToListAsync(Cancel)).Single();
            await ShouldBeCompleteAsync();
            var version = (await other.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Attempt;

            gate.GoOn();
            (await asleep).IsAccepted.ShouldBeTrue();

            await ShouldBeCompleteAsync();
            (await other.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Attempt.ShouldBe(version, "nobody began anything");

            async Task ShouldBeCompleteAsync()
            {
                import = (await other.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();
                import.Status.ShouldBe(ImportStatus.Completed, import.Fault);
                import.Counts.ShouldBe(new ImportCounts { Rows = 600, Created = 600 });
                world.Salesforce.Count("Contact").ShouldBe(600);
                (await other.RowsAsync(import.Id)).Select(row => row.Number).ShouldBe(Enumerable.Range(1, 600).Select(number => (long)number));
                (await other.Ledger.ReadChunksAsync(import.Id, cancellationToken: Cancel).ToListAsync(Cancel)).Count(kept => !ImportChunks.HasResults(kept.Content.Span)).ShouldBe(0);
            }
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task RowsOfWhichNothingWasWritten_ArePlannedAnew_WhenTheImportGoesOn()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(3);
        var (known, late) = (WebinarPerson.Of(0), WebinarPerson.Of(1));
        var contact = world.AddContact(known.Email);
        world.Salesforce.Faults.On("POST", Collections).Times(1).Respond(403, body: """[{"message":"no","errorCode":"INSUFFICIENT_ACCESS"}]""");
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        import.Status.ShouldBe(ImportStatus.Stopped);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.PatchAsync("Contact", contact, """{"Title":"by hand"}""");

        import = (await host.RunAsync(host.Imports.ResumeAsync(import.Id, ImportHost.Anna, EffectExecution.Inline, Cancel).AsTask())).ValueOrThrow();

        import.Status.ShouldBe(ImportStatus.Completed, import.Fault);
        world.Salesforce.Query($"SELECT Title FROM Contact WHERE Email = '{known.Email}'").Single()["Title"].ShouldBe("by hand", "the mapping writes it only where there is none");
        world.Salesforce.Count("Contact").ShouldBe(3);
        world.Salesforce.Query($"SELECT Id FROM Contact WHERE Email = '{late.Email}'").Count.ShouldBe(1);
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task AnImportThatCannotEnd_IsAbandoned_AndItsRowsSaySo()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(5, index => index == 4 ? WebinarPerson.Of(4) with { LastName = "" } : WebinarPerson.Of(index));
        world.Salesforce.Faults.On("POST", Collections).Always().Respond(403, body: """[{"message":"no","errorCode":"INSUFFICIENT_ACCESS"}]""");
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        import.Status.ShouldBe(ImportStatus.Stopped);
        (await host.TryImportAsync(new(world.AddWebinar(1), Documents.Contact()))).Refusal!.Code.ShouldBe("webinars.import-unfinished", "whatever webinar it is, the object is held");
        (await host.Imports.CancelAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Status.ShouldBe(ImportStatus.Cancelling);
        (await host.Imports.AbandonAsync(import.Id, ImportHost.Anna, Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-stopped", "it is being brought to its end");
        await host.RunAsync(host.Work.RunAllAsync(Cancel));
        (await host.Imports.GetAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow().Status.ShouldBe(ImportStatus.Stopped, "which it cannot be");

        import = (await host.Imports.AbandonAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();

        import.Status.ShouldBe(ImportStatus.Cancelled);
        import.Counts.ShouldBe(new ImportCounts { Rows = 5, Failed = 4, Invalid = 1, Undone = 5 });
        var rows = await host.RowsAsync(import.Id);
        rows.Where(row => row.Outcome == ImportOutcome.Failed).ShouldAllBe(row => row.Errors.Single().Code == "IMPORT_ABANDONED" && row.SourceId.Length > 0);
        ImportCounts.Of(rows).ShouldBe(import.Counts);
        (await host.Imports.AbandonAsync(import.Id, ImportHost.Anna, Cancel)).IsAccepted.ShouldBeTrue("asked again, nothing happens");
        (await host.Imports.AbandonAsync(import.Id, ImportHost.Bob, Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-found");

        world.Salesforce.Faults.Clear();
        var again = (await host.RunAsync(host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, execution: EffectExecution.Inline, cancellationToken: Cancel).AsTask())).ValueOrThrow();
        again.Counts.ShouldBe(new ImportCounts { Rows = 5, Created = 4, Invalid = 1, Undone = 1 });
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task AnAbandonedImport_CountsResultsThatWereKept_OfWhichTheMachineWasNotTold()
    {
        await using var world = await World.StartAsync();
        var ledger = new HookedLedger { OnResults = static () => throw new GoneException() };
        await using var host = await ImportHost.StartAsync(world, ledger: ledger);
        var import = await host.ImportAsync(new(world.AddWebinar(3), Documents.Contact()));
        import.Status.ShouldBe(ImportStatus.Stopped);
        import.Counts.Rows.ShouldBe(0);

        import = (await host.Imports.AbandonAsync(import.Id, ImportHost.Anna, Cancel)).ValueOrThrow();

        import.Counts.ShouldBe(new ImportCounts { Rows = 3, Created = 3 });
        ImportCounts.Of(await host.RowsAsync(import.Id)).ShouldBe(import.Counts);
    }

    [Fact]
    [Requirement("WBN-12")]
    public async Task ARowThatRepeatsOneThatFailed_IsRunAgainWithIt()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(4, index => WebinarPerson.Of(index == 3 ? 1 : index));
        world.Salesforce.AddDuplicateRule(new("Contact", "No twins", ["FirstName"]) { AllowSave = false });
        world.Salesforce.AddRecord("Contact", ("LastName", "Other"), ("FirstName", WebinarPerson.Of(1).FirstName));
        var import = await host.ImportAsync(new(webinar, Documents.Contact()));
        import.Counts.ShouldBe(new ImportCounts { Rows = 4, Created = 2, Failed = 1, Repeated = 1, Undone = 1 });

        var again = (await host.RunAsync(host.Imports.RetryUndoneAsync(import.Id, ImportHost.Anna, execution: EffectExecution.Inline, cancellationToken: Cancel).AsTask())).ValueOrThrow();

        (await host.RowsAsync(again.Id)).Select(row => row.Number).ShouldBe([2L, 4L]);
    }

    [Fact]
    [Requirement("WBN-05")]
    public async Task AnObjectInAnotherSpelling_IsTheSameObject()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(3);
        var mapping = Documents.Contact(InsertMode.InsertNewForEachWebinar);
        (await host.ImportAsync(new(webinar, mapping with { Object = "contact" }))).Counts.Created.ShouldBe(3);

        (await host.ImportAsync(new(webinar, mapping))).Counts.ShouldBe(new ImportCounts { Rows = 3, Unchanged = 3 });
        world.Salesforce.Count("Contact").ShouldBe(3);
    }

    [Fact]
    [Requirement("WBN-07")]
    public async Task AnotherKeyThanTheConfiguredOne_IsRefused_AndSoIsAPlanWithIt()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        world.AddObject("Visitor__c");
        var webinar = world.AddWebinar(1);
        world.Salesforce.AddField("Visitor__c", SalesforceField.Text("Key__c", 80) with { ExternalId = true });
        var mapping = Documents.Custom("Visitor__c");
        mapping = mapping with { Fields = [.. mapping.Fields, new("Key__c", WebinarField.Email)] };
        (await host.ImportAsync(new(webinar, mapping))).Counts.Created.ShouldBe(1, "nothing is configured yet");
        (await host.Setup.SaveMappingAsync("salesforce", "", new(mapping) { ConfirmedPrimaryKey = "Email__c" }, ImportHost.Anna, Cancel)).Outcome.IsAccepted.ShouldBeTrue();
        var other = new WebinarImportRequest(webinar, mapping with { PrimaryKey = "Key__c" });

        (await host.TryImportAsync(other)).Refusal!.Code.ShouldBe("webinars.import-key-differs");
        (await host.Imports.PreviewAsync(other, ImportHost.Anna, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-key-differs");
        (await host.ImportAsync(new(webinar, mapping))).Counts.Unchanged.ShouldBe(1);
    }

    [Fact]
    [Requirement("WBN-10")]
    public async Task APlan_IsKeptWhole_AndNoLongerThanItIsNeeded()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(10_500);
        using (var broken = (await host.Imports.PreviewAsync(new(webinar, Documents.Contact()), ImportHost.Anna, keep: true, Cancel)).ValueOrThrow())
        {
            (await broken.ReadAsync(Cancel).Take(10_200).CountAsync(Cancel)).ShouldBe(10_200);
            (await KeptAsync(broken.Id)).ShouldBe(0, "half a plan is none");
        }

        using var plan = (await host.Imports.PreviewAsync(new(webinar, Documents.Contact()), ImportHost.Anna, keep: true, Cancel)).ValueOrThrow();
        (await plan.ReadAsync(Cancel).CountAsync(Cancel)).ShouldBe(10_500);
        (await KeptAsync(plan.Id)).ShouldBe(2);

        (await host.ImportAsync(new(webinar, Documents.Contact()) { Plan = plan.Id })).Status.ShouldBe(ImportStatus.Completed);

        (await KeptAsync(plan.Id)).ShouldBe(0, "it has been carried out");

        async Task<int> KeptAsync(string id) => await host.Ledger.ReadChunksAsync(id, cancellationToken: Cancel).CountAsync(Cancel);
    }

    private sealed class GoneException : Exception, IVendorFailure
    {
        public FailureKind Kind => FailureKind.Refused;

        public TimeSpan? RetryAfter => null;

        public string Description => "gone";
    }

    private static void Small(WebinarImportOptions options) => (options.ChunkRows, options.BulkThreshold, options.LookupRows) = (200, 100_000, 200);
}
