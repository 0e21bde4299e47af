using Shouldly;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars.Tests;

/// <summary>Imports over HTTP on the emulators.</summary>
public sealed class ImportTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("WBN-01")]
    [Requirement("WBN-05")]
    [Requirement("WBN-11")]
    public async Task Registrants_BecomeContacts_UpdatedOrMadeByTheirKey()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(450);
        var known = world.AddContact(WebinarPerson.Of(3).Email, "Elsewhere");
        var same = world.Salesforce.AddRecord(
            "Contact", ("Email", WebinarPerson.Of(5).Email), ("FirstName", WebinarPerson.Of(5).FirstName), ("LastName", WebinarPerson.Of(5).LastName), ("Title", "Own title"));
        var twins = new[] { world.AddContact(WebinarPerson.Of(7).Email), world.AddContact(WebinarPerson.Of(7).Email) };

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        import.Status.ShouldBe(ImportStatus.Completed);
        import.Counts.ShouldBe(new ImportCounts { Rows = 450, Created = 447, Updated = 1, Unchanged = 1, Conflicts = 1, Undone = 1 });
        world.Salesforce.Count("Contact").ShouldBe(447 + 4);
        world.Salesforce.Record(known)!["LastName"].ShouldBe(WebinarPerson.Of(3).LastName);
        world.Salesforce.Record(same)!["Title"].ShouldBe("Own title");
        world.CountRequests("POST", "/jobs/ingest").ShouldBe(0, "447 rows are below the threshold");
        world.CountRequests("POST", "/composite/sobjects").ShouldBe(3);

        var rows = await host.RowsAsync(import.Id);
        rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, 450).Select(number => (long)number));
        rows.ShouldAllBe(row => row.SourceId.Length > 0);
        rows[3].ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(ImportOutcome.Updated), row => row.RecordId.ShouldBe(known));
        rows[5].ShouldSatisfyAllConditions(row => row.Outcome.ShouldBe(ImportOutcome.Unchanged), row => row.RecordId.ShouldBe(same));
        rows[7].Outcome.ShouldBe(ImportOutcome.Conflict);
        rows[7].Notes.ShouldHaveSingleItem().Describe()!.Code.ShouldBe("webinars.plan-several");
        (await host.ReportAsync(import.Id)).ShouldContain($"2 records have this key, among them {string.Join(", ", twins.Order(StringComparer.Ordinal))}");
        var ledger = await host.Ledger.ReadAsync(new("", "Contact", webinar), Cancel).ToListAsync(Cancel);
        ledger.Count.ShouldBe(449, "what was made, changed, or needed no change");
        ledger.ShouldAllBe(entry => entry.Import == import.Id);
    }

    [Fact]
    [Requirement("WBN-11")]
    public async Task ManyRows_AreWrittenByJobs_FewAtOnce()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world, configure: options => options.BulkThreshold = 300);
        var webinar = world.AddWebinar(1_200);
        for (var i = 0; i < 400; i++)
        {
            world.AddContact(WebinarPerson.Of(i).Email);
        }

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        import.Counts.ShouldBe(new ImportCounts { Rows = 1_200, Created = 800, Updated = 400 });
        world.Salesforce.Count("Contact").ShouldBe(1_200);

        // 1,000 rows: 600 are made and 400 changed, by a job each; the 200 of the second chunk are few.
        world.CountRequests("POST", "/jobs/ingest").ShouldBe(2);
        world.CountRequests("POST", "/composite/sobjects").ShouldBe(1);
        world.CountRequests("DELETE", "/jobs/ingest").ShouldBe(2, "nothing stays behind");
        var rows = await host.RowsAsync(import.Id);
        foreach (var index in (int[])[0, 399, 400, 999, 1_000, 1_199])
        {
            world.Salesforce.Record(rows[index].RecordId!)!["Email"].ShouldBe(WebinarPerson.Of(index).Email);
        }
    }

    [Fact]
    [Requirement("WBN-01")]
    public async Task EachKindOfParticipants_IntoEachKindOfObject()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var visitor = world.AddObject("Visitor__c");
        var webinar = world.AddWebinar(30, invitees: 40, attendees: 20);
        ParticipantKind[] all = [ParticipantKind.Invitee, ParticipantKind.Registrant, ParticipantKind.Attendee];

        var contacts = await host.ImportAsync(new(webinar, Documents.Contact()) { Kinds = [ParticipantKind.Registrant] });
        var leads = await host.ImportAsync(new(webinar, Documents.Lead()) { Kinds = [ParticipantKind.Registrant] });
        var visitors = await host.ImportAsync(new(webinar, Documents.Custom(visitor)) { Kinds = [.. all] });

        contacts.Counts.Created.ShouldBe(30);
        leads.Counts.ShouldBe(new ImportCounts { Rows = 30, Created = 30 });
        var rows = await host.RowsAsync(visitors.Id);
        rows.Select(row => row.Kind).Distinct().ShouldBe(all);
        rows.Count(row => row.Kind == ParticipantKind.Invitee).ShouldBe(40);
        rows.Count(row => row.Kind == ParticipantKind.Attendee).ShouldBe(20);
        rows.Select(row => row.Number).ShouldBe(Enumerable.Range(1, rows.Count).Select(number => (long)number));
        world.Salesforce.Count(visitor).ShouldBe((int)visitors.Counts.Created);
        (visitors.Counts.Created + visitors.Counts.Repeated).ShouldBe(rows.Count, "who is in several lists has one record");
    }

    [Fact]
    [Requirement("WBN-05")]
    public async Task InsertNewForEachWebinar_UpdatesWhatWasImportedForTheSameWebinarAlone()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var mapping = Documents.Contact(InsertMode.InsertNewForEachWebinar);
        var elsewhere = world.AddContact(WebinarPerson.Of(0).Email, "Kept");
        var (first, second) = (world.AddWebinar(20), world.AddWebinar(20));

        var made = await host.ImportAsync(new(first, mapping));
        made.Counts.ShouldBe(new ImportCounts { Rows = 20, Created = 20 });
        world.Salesforce.Record(elsewhere)!["LastName"].ShouldBe("Kept");
        (await host.ImportAsync(new(first, mapping))).Counts.ShouldBe(new ImportCounts { Rows = 20, Unchanged = 20 });
        (await host.ImportAsync(new(second, mapping))).Counts.ShouldBe(new ImportCounts { Rows = 20, Created = 20 });
        world.Salesforce.Count("Contact").ShouldBe(41);
    }

    [Fact]
    [Requirement("WBN-12")]
    public async Task TheSamePersonTwice_BecomesOneRecord_AndIsReported()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(600, index => WebinarPerson.Of(index % 400) is var person && index >= 400
            ? person with { Email = $"  {person.Email.ToUpperInvariant()} " }
            : person);

        var import = await host.ImportAsync(new(webinar, Documents.Contact()));

        import.Counts.ShouldBe(new ImportCounts { Rows = 600, Created = 400, Repeated = 200 });
        world.Salesforce.Count("Contact").ShouldBe(400);
        var repeated = await host.RowsAsync(import.Id, ImportRowFilter.Repeated);
        repeated.Count.ShouldBe(200);
        repeated[0].Notes.ShouldHaveSingleItem().Values.ShouldBe(["1"]);
        (await host.ReportAsync(import.Id, "fr", ImportRowFilter.Repeated)).ShouldContain("La ligne 1 a la même clé");
    }

    [Fact]
    [Requirement("WBN-08")]
    public async Task WhoMayNotImport_IsRefused_AndSeesNoImport()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(2);
        var request = new WebinarImportRequest(webinar, Documents.Contact());
        var import = await host.ImportAsync(request);

        (await host.Imports.StartAsync(request, ImportHost.Bob, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-permission-required");
        (await host.Imports.PreviewAsync(request, ImportHost.Bob, cancellationToken: Cancel)).Refusal!.Code.ShouldBe("webinars.import-permission-required");
        (await host.Imports.GetAsync(import.Id, ImportHost.Bob, Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-found");
        (await host.Imports.CancelAsync(import.Id, ImportHost.Bob, Cancel)).Refusal!.Code.ShouldBe("webinars.import-not-found");
        (await host.Imports.ReadRowsAsync(import.Id, ImportHost.Bob, cancellationToken: Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await host.Imports.ListAsync(ImportHost.Bob, cancellationToken: Cancel).ToListAsync(Cancel)).ShouldBeEmpty();
        (await host.Imports.ListAsync(ImportHost.Anna, webinar, Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem().Id.ShouldBe(import.Id);

        (await host.Setup.SwitchEverybodyAsync("salesforce", "", enabled: false, ImportHost.Anna, Cancel)).ValueOrThrow();
        (await host.TryImportAsync(request)).Refusal!.Code.ShouldBe("webinars.import-not-switched-on");
    }

    [Fact]
    [Requirement("WBN-01")]
    [Requirement("WBN-04")]
    public async Task WhatCannotBeImported_IsRefusedBeforeAnythingIsRead()
    {
        await using var world = await World.StartAsync();
        await using var host = await ImportHost.StartAsync(world);
        var webinar = world.AddWebinar(2);

        (await host.TryImportAsync(new("no-such-webinar", Documents.Contact()))).Refusal!.Code.ShouldBe("webinars.webinar-not-found");
        (await host.TryImportAsync(new(webinar, Documents.Custom("Nothing__c")))).Refusal!.Code.ShouldBe("webinars.object-not-found");
        var unfit = (await host.TryImportAsync(new(webinar, Documents.Contact() with { Fields = [.. Documents.Contact().Fields.Where(pair => pair.Field != "LastName")] }))).Refusal!;
        unfit.Code.ShouldBe("webinars.mapping-unfit");
        (await host.TryImportAsync(new(webinar, Documents.Contact()) { Plan = "no-such-plan" })).Refusal!.Code.ShouldBe("webinars.plan-not-found");
        await Should.ThrowAsync<ArgumentException>(() => host.TryImportAsync(new(webinar, Documents.Contact()) { Kinds = [] }));
        world.Webex.Requests.ShouldNotContain(request => request.PathAndQuery.Contains("registrants", StringComparison.Ordinal));
    }
}
