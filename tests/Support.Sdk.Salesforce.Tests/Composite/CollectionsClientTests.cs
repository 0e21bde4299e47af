using System.Text.Json;

namespace Support.Sdk.Salesforce.Tests;

public sealed class CollectionsClientTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_AsRecorded_SendsAndReadsTheSame()
    {
        const string Exchange = "recorded-collections-create";
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.RecordedAnswer(Exchange).GetRawText());

        var results = await host.Client.Collections.CreateAsync("Account", Records(Exchange), cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldBe("POST composite/sobjects");
        JsonElement.DeepEquals(host.Salesforce.Last.Json, Sample.RecordedRequest(Exchange)).ShouldBeTrue();
        results.Select(result => (result.Id, result.Success)).ShouldBe([("0015500001QdZPKAA3", true)]);
    }

    [Fact]
    public async Task Update_AsRecorded_SendsAndReadsTheSame()
    {
        const string Exchange = "recorded-collections-update";
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.RecordedAnswer(Exchange).GetRawText());
        var records = Records(Exchange);

        var results = await host.Client.Collections.UpdateAsync("Account", records, cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldBe("PATCH composite/sobjects");
        JsonElement.DeepEquals(host.Salesforce.Last.Json, Sample.RecordedRequest(Exchange)).ShouldBeTrue();
        results.Select(result => result.Id).ShouldBe(records.Select(record => record["Id"].Text));
        results.ShouldAllBe(result => result.Success);
    }

    [Fact]
    public async Task Upsert_AsRecorded_SendsAndReadsTheSame()
    {
        const string Exchange = "recorded-collections-upsert-contact-by-email-created";
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.RecordedAnswer(Exchange).GetRawText());
        var records = Records(Exchange);

        var results = await host.Client.Collections.UpsertAsync("Contact", "Email", records, cancellationToken: Ct);

        host.Salesforce.Last.Line.ShouldBe("PATCH composite/sobjects/Contact/Email");
        JsonElement.DeepEquals(host.Salesforce.Last.Json, Sample.RecordedRequest(Exchange)).ShouldBeTrue();
        results.Count.ShouldBe(records.Count);
        results.ShouldAllBe(result => result.Success && result.Created == true && result.Id!.StartsWith("003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Create_WithFailures_GivesEachRecordItsOwnResult()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""
            [{"id":"003a","success":true,"errors":[]},
             {"id":null,"success":false,"errors":[{"statusCode":"STRING_TOO_LONG","message":"Last Name: data value too large","fields":["LastName"]}]},
             {"success":false,"errors":[{"statusCode":"UNABLE_TO_LOCK_ROW","message":"unable to obtain exclusive access","fields":[]}]},
             {"success":false,"errors":[{"statusCode":"DUPLICATES_DETECTED","message":"dup","fields":[],"duplicateResut":{"allowSave":true,"matchResults":[{"entityType":"Contact","matchRecords":[{"record":{"Id":"003z"}}]}]}}]}]
            """);
        var records = Enumerable.Range(0, 4).Select(i => new RecordValues { ["LastName"] = $"L{i}" }).ToList();

        var results = await host.Client.Collections.CreateAsync("Contact", records, allOrNone: true, cancellationToken: Ct);

        results.Select(result => (result.Success, result.IsTransient)).ShouldBe([(true, false), (false, false), (false, true), (false, false)]);
        results[1].Errors.Single().Code.ShouldBe(SalesforceErrorCode.StringTooLong);
        results[1].Errors.Single().Fields.ShouldBe(["LastName"]);
        results[3].Errors.Single().DuplicateResult!.Matches.Single().ShouldBe(new DuplicateMatch("Contact", "003z", null, null));
        host.Salesforce.Last.Json.GetProperty("allOrNone").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Create_WithTooFewResults_Throws()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"id":"003a","success":true,"errors":[]}]""");

        var failure = await Should.ThrowAsync<SupportContentException>(() => host.Client.Collections.CreateAsync("Contact", [new() { ["LastName"] = "a" }, new() { ["LastName"] = "b" }], cancellationToken: Ct));

        failure.Message.ShouldContain("1 results for 2 records");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public async Task Create_OfTooManyOrNone_Throws(int count)
    {
        await using var host = new SalesforceHost();
        RecordValues[] records = [.. Enumerable.Range(0, count).Select(static _ => new RecordValues { ["LastName"] = "x" })];

        (await Should.ThrowAsync<ArgumentException>(() => host.Client.Collections.CreateAsync("Contact", records, cancellationToken: Ct))).Message.ShouldContain("200");
    }

    [Fact]
    public async Task Upsert_OfARecordWithoutItsKey_Throws()
    {
        await using var host = new SalesforceHost();

        Should.Throw<ArgumentException>(() => { host.Client.Collections.UpsertAsync("Contact", "Ext__c", [new() { ["LastName"] = "x" }], cancellationToken: Ct); }).Message.ShouldContain("Record 0 has no Ext__c");
        Should.Throw<ArgumentException>(() => { host.Client.Collections.UpdateAsync("Contact", [new() { ["LastName"] = "x" }], cancellationToken: Ct); }).Message.ShouldContain("Record 0 has no Id");
    }

    [Fact]
    public async Task DeleteAndGet_OfSeveral_KeepTheOrder()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""[{"id":"003a","success":true,"errors":[]},{"success":false,"errors":[{"statusCode":"ENTITY_IS_DELETED","message":"gone"}]}]""")
            .Answer("""[{"attributes":{"type":"Contact"},"Id":"003a"},null]""");

        var deleted = await host.Client.Collections.DeleteAsync(["003a", "003b"], cancellationToken: Ct);
        var read = await host.Client.Collections.GetAsync("Contact", ["003a", "003b"], ["Id"], Ct);

        deleted[1].Errors.Single().Code.ShouldBe(SalesforceErrorCode.EntityIsDeleted);
        read.Select(record => record?.Id).ShouldBe(["003a", null]);
        host.Salesforce.Sent.Select(sent => sent.Line).ShouldBe(["DELETE composite/sobjects?ids=003a,003b&allOrNone=false", "POST composite/sobjects/Contact"]);
        host.Salesforce.Last.Body.ShouldBe("""{"ids":["003a","003b"],"fields":["Id"]}""");
    }

    private static List<RecordValues> Records(string exchange) => [.. Sample.RecordedRequest(exchange).GetProperty("records").EnumerateArray().Select(RecordValues.From)];
}
