using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Salesforce.Bulk;
using Support.Sdk.Salesforce.Composite;
using Support.Sdk.Salesforce.Queries;

namespace Support.Sdk.Salesforce.Tests.Emulated;

/// <summary>Each part of the client meets the emulator over HTTP: two readings of the same documentation must agree.</summary>
public class ClientOnEmulatorTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_AreCreatedReadChangedFoundAndDeleted()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var records = org.Client.Records;

        var id = (await records.CreateAsync("Contact", new() { ["LastName"] = "Lovelace", ["Phone"] = "+33 1" }, cancellationToken: Ct)).Id!;
        await records.UpdateAsync("Contact", id, new() { ["FirstName"] = "Ada", ["Phone"] = null }, cancellationToken: Ct);
        var read = await records.GetAsync("Contact", id, ["Name", "Phone", "SystemModstamp"], Ct);

        (read.GetString("Name"), read.GetString("Phone"), read.GetDateTimeOffset("SystemModstamp")).ShouldBe(("Ada Lovelace", null, org.Clock.GetUtcNow()));
        (await records.DeleteAsync("Contact", id, Ct)).ShouldBeTrue();
        (await records.DeleteAsync("Contact", id, Ct)).ShouldBeFalse();
    }

    [Fact]
    public async Task Upsert_CreatesChangesAndStopsWhereSeveralMatch()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Ext__c", 20) with { ExternalId = true });
        var records = org.Client.Records;

        var created = await records.UpsertAsync("Contact", "Ext__c", "a/b+c'd", new() { ["LastName"] = "One" }, cancellationToken: Ct);
        var changed = await records.UpsertAsync("Contact", "Ext__c", "a/b+c'd", new() { ["LastName"] = "Two" }, cancellationToken: Ct);
        string[] twins = [org.Emulator.AddRecord("Contact", ("LastName", "A"), ("Ext__c", "twin")), org.Emulator.AddRecord("Contact", ("LastName", "B"), ("Ext__c", "twin"))];
        var ambiguous = await records.UpsertAsync("Contact", "Ext__c", "twin", new() { ["LastName"] = "C" }, cancellationToken: Ct);

        (created.Saved!.Created, changed.Saved!.Created, changed.Saved.Id).ShouldBe((true, false, created.Saved.Id));
        (ambiguous.IsAmbiguous, org.Emulator.Count("Contact")).ShouldBe((true, 3));
        ambiguous.CandidateIds.ShouldBe(twins, ignoreOrder: true);
        (await records.FindAsync("Contact", "Ext__c", "a/b+c'd", ["LastName"], Ct)).Record!.GetString("LastName").ShouldBe("Two");
        (await records.FindAsync("Contact", "Ext__c", "twin", ["LastName"], Ct)).IsAmbiguous.ShouldBeTrue();
    }

    [Fact]
    public async Task Query_OfMoreThanAPage_ReadsAllPages()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 2300).Select(i => org.AddContact($"N{i}"))];

        var read = await org.Client.Queries.Query(Soql.Of($"SELECT Id FROM Contact WHERE LastName LIKE {SoqlPattern.StartsWith("N")} ORDER BY LastName"), new() { BatchSize = 1000 }).ToListAsync(Ct);

        read.Select(record => record.Id!).Order().ShouldBe(ids.Order());
        org.CountRequests("GET", "/query").ShouldBe(3);
        (await org.Client.Queries.CountAsync(Soql.Of($"SELECT COUNT() FROM Contact"), Ct)).ShouldBe(2300);
    }

    [Fact]
    public async Task Describe_IsAskedForAgainOnlyIfItChanged()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var metadata = org.Client.Metadata;

        var first = await metadata.DescribeAsync("Contact", Ct);
        org.Clock.Advance(TimeSpan.FromMinutes(6));
        (await metadata.DescribeAsync("Contact", Ct)).ShouldBeSameAs(first);
        org.Emulator.Requests.Last().Status.ShouldBe(304);
        org.Clock.Advance(TimeSpan.FromMinutes(6));
        org.Emulator.AddField("Contact", SalesforceField.Text("New__c", 10));

        (await metadata.DescribeAsync("Contact", Ct)).FindField("New__c")!.Length.ShouldBe(10);
        (await metadata.DescribeGlobalAsync(Ct)).SObjects.ShouldContain(summary => summary.Name == "CampaignMember" && summary.KeyPrefix == "00v");
    }

    [Fact]
    public async Task Collections_WriteUpToTwoHundredAndReadMany()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Ext__c", 20) with { ExternalId = true, Unique = true });
        var collections = org.Client.Collections;

        var created = await collections.CreateAsync("Contact", [.. Enumerable.Range(0, 200).Select(i => new RecordValues { ["LastName"] = $"N{i}", ["Ext__c"] = $"{i}" })], cancellationToken: Ct);
        var changed = await collections.UpdateAsync("Contact", [new() { ["Id"] = created[0].Id, ["LastName"] = "Changed" }, new() { ["Id"] = created[1].Id, ["LastName"] = null }], cancellationToken: Ct);
        var upserted = await collections.UpsertAsync("Contact", "Ext__c", [new() { ["Ext__c"] = "3", ["LastName"] = "Again" }, new() { ["Ext__c"] = "new", ["LastName"] = "New" }], cancellationToken: Ct);
        var rolledBack = await collections.CreateAsync("Contact", [new() { ["LastName"] = "Fine" }, new() { ["FirstName"] = "No last name" }], allOrNone: true, cancellationToken: Ct);
        await collections.DeleteAsync([created[5].Id!], cancellationToken: Ct);
        var read = await collections.GetAsync("Contact", [created[0].Id!, created[5].Id!, created[3].Id!], ["LastName"], Ct);

        created.ShouldAllBe(result => result.Success);
        changed.Select(result => result.Success).ShouldBe([true, false]);
        upserted.Select(result => result.Created).ShouldBe([false, true]);
        rolledBack[0].Errors.ShouldHaveSingleItem().Code.ShouldBe(SalesforceErrorCode.AllOrNoneRolledBack);
        read.Select(record => record?.GetString("LastName")).ShouldBe(["Changed", null, "Again"]);
    }

    [Fact]
    public async Task Composite_PassesIdsFromPartToPart()
    {
        await using var org = await EmulatedOrg.StartAsync();

        var answers = await org.Client.Composite.SendAsync(
            [
                CompositePart.Create("account", "Account", new() { ["Name"] = "Engines" }),
                CompositePart.Create("contact", "Contact", new() { ["LastName"] = "Lovelace", ["AccountId"] = "@{account.id}" }),
                CompositePart.Query("found", Soql.Of($"SELECT Id, Account.Name FROM Contact WHERE LastName = {"Lovelace"}")),
            ],
            allOrNone: true,
            Ct);

        answers.Values.ShouldAllBe(answer => answer.IsSuccess);
        answers["found"].Body.GetProperty("records")[0].GetProperty("Account").GetProperty("Name").GetString().ShouldBe("Engines");
    }

    [Fact]
    public async Task BulkIngest_UpsertsWhatTheCsvWriterWrote()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Ext__c", 20) with { ExternalId = true, Unique = true });
        org.Emulator.AddRecord("Contact", ("LastName", "Old"), ("Ext__c", "1"), ("Phone", "+33 1"));
        var jobs = org.Client.BulkIngest;

        var job = await jobs.CreateAsync(new("Contact", BulkOperation.Upsert) { ExternalIdFieldName = "Ext__c", ColumnDelimiter = ColumnDelimiter.Semicolon, LineEnding = LineEnding.CrLf }, Ct);
        await jobs.UploadAsync(
            job.Id,
            async (stream, token) =>
            {
                await using var csv = new BulkCsvWriter(stream, ["Ext__c", "LastName", "Phone"], ColumnDelimiter.Semicolon, LineEnding.CrLf);
                await csv.WriteAsync(["1", "O\"Hara; Ada", FieldValue.Null], token);
                await csv.WriteAsync(["2", "日本\r\nÉva", default], token);
                await csv.WriteAsync(["3", default, default], token);
            },
            Ct);
        await jobs.CompleteAsync(job.Id, Ct);
        org.Emulator.CompleteBulkJobs();
        job = await jobs.GetAsync(job.Id, Ct);

        (job.State, job.NumberRecordsProcessed, job.NumberRecordsFailed).ShouldBe((BulkJobState.JobComplete, 3, 1));
        var written = await jobs.GetSuccessfulAsync(job, Ct).ToDictionaryAsync(row => row["Ext__c"], cancellationToken: Ct);
        (written["1"].Created, written["2"].Created, written["2"]["LastName"]).ShouldBe((false, true, "日本\r\nÉva"));
        org.Emulator.Record(written["1"].Id!)!["Phone"].ShouldBeNull();
        (await jobs.GetFailedAsync(job, Ct).SingleAsync(Ct)).Error!.Code.ShouldBe(SalesforceErrorCode.RequiredFieldMissing);
        (await jobs.GetUnprocessedAsync(job, Ct).ToListAsync(Ct)).ShouldBeEmpty();
        await jobs.DeleteAsync(job.Id, Ct);
    }

    [Fact]
    public async Task BulkQuery_ReadsItsResultPageByPage()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] ids = [.. Enumerable.Range(0, 25).Select(i => org.AddContact($"N \"{i}\", é"))];
        var jobs = org.Client.BulkQueries;

        var job = await jobs.CreateAsync(Soql.Of($"SELECT Id, LastName FROM Contact ORDER BY Id"), cancellationToken: Ct);
        org.Emulator.CompleteBulkJobs();
        job = await jobs.GetAsync(job.Id, Ct);
        var rows = await jobs.GetResultsAsync(job, maxRecords: 10, Ct).ToListAsync(Ct);

        rows.Select(row => row["Id"]).ShouldBe(ids, ignoreOrder: true);
        rows.Single(row => row["Id"] == ids[3])["LastName"].ShouldBe("N \"3\", é");
        org.CountRequests("GET", "/results").ShouldBe(3);
    }

    [Fact]
    public async Task Limits_AreThoseThatTheAnswersTell()
    {
        await using var org = await EmulatedOrg.StartAsync(emulate: options => options.DailyApiRequests = 500);

        var limits = await org.Client.Limits.GetAsync(Ct);

        limits.DailyApiRequests!.Max.ShouldBe(500);
        (org.Client.Budget.Current!.Max, org.Client.Budget.Current.Used).ShouldBe((500, 1));
        (await org.Client.GetVersionsAsync(Ct)).ShouldContain(version => version.Number == 64);
    }
}
