using System.Net;
using Shouldly;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceQueryTests : SalesforceTest
{
    [Theory]
    [InlineData("LastName = 'o\\'neil'", "O'Neil")]
    [InlineData("LastName LIKE 'B%'", "Bell,B_c")]
    [InlineData("LastName LIKE '_\\_c'", "B_c")]
    [InlineData("Email = 'BELL@example.com'", "Bell")]
    [InlineData("Email = null", "O'Neil,B_c")]
    [InlineData("Email != 'bell@example.com'", "Adams,O'Neil,B_c")]
    [InlineData("LastName IN ('Adams', 'Bell') AND NOT Email = 'bell@example.com'", "Adams")]
    [InlineData("LastName NOT IN ('Adams', 'Bell')", "O'Neil,B_c")]
    [InlineData("(LastName = 'Adams' OR LastName = 'Bell') AND Account.Name = 'Acme'", "Adams")]
    [InlineData("Birthdate >= 1990-01-01 AND IsDeleted = false", "Adams")]
    [InlineData("MailingLatitude < 1.5", "Adams")]
    [InlineData("CreatedDate > 2000-01-01T00:00:00Z", "Adams,Bell,O'Neil,B_c")]
    [InlineData("CreatedDate < 2000-01-01T00:00:00+01:00", "")]
    [InlineData("Account.Industry = null", "Adams,Bell,O'Neil,B_c")]
    public async Task Where_SelectsByTheVendorsRules(string where, string expected)
    {
        Seed();
        Values(await QueryAsync($"SELECT LastName FROM Contact WHERE {where}"), "LastName").ShouldBe(expected.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Select_ParentsOrderLimitAndCount()
    {
        Seed();
        var reply = await QueryAsync("select Id, Account.Name, Account.Owner.Name from Contact order by Account.Name desc nulls last, LastName limit 2");
        var records = reply.Json!["records"]!.AsArray();
        ((string?)records[0]!["Account"]!["Name"]).ShouldBe("Acme");
        ((string?)records[0]!["Account"]!["attributes"]!["type"]).ShouldBe("Account");
        ((string?)records[0]!["Account"]!["Owner"]!["Name"]).ShouldBe("Ada Admin");
        records[1]!["Account"].ShouldBeNull();
        records.Count.ShouldBe(2);

        var count = (await QueryAsync("SELECT COUNT() FROM Contact WHERE Email != null")).Json!;
        count.ToJsonString().ShouldBe("""{"totalSize":2,"done":true,"records":[]}""");
        Values(await QueryAsync("SELECT LastName FROM Contact ORDER BY LastName LIMIT 1 OFFSET 1"), "LastName").ShouldBe(["Bell"]);
    }

    [Theory]
    [InlineData("SELECT FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact WHERE LastName = 'A", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact WHERE LastName = 'a' AND Email = 'b' OR Email = 'c'", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact WHERE LastName = '\\q'", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact GROUP BY Id", "MALFORMED_QUERY")]
    [InlineData("SELECT MAX(CreatedDate) FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id, (SELECT Id FROM Contacts) FROM Account", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact WHERE CreatedDate = TODAY", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact LIMIT many", "MALFORMED_QUERY")]
    [InlineData("SELECT Id, Id FROM Contact", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Contact; DELETE", "MALFORMED_QUERY")]
    [InlineData("SELECT Id FROM Nothing", "INVALID_TYPE")]
    [InlineData("SELECT Foo FROM Contact", "INVALID_FIELD")]
    [InlineData("SELECT Foo.Name FROM Contact", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Contact WHERE Description = 'a'", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Contact WHERE LastName = 5", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Contact WHERE IsDeleted = 'true'", "INVALID_FIELD")]
    [InlineData("SELECT Id FROM Contact WHERE AccountId = 'x'", "INVALID_QUERY_FILTER_OPERATOR")]
    [InlineData("SELECT Id FROM Contact OFFSET 2001", "NUMBER_OUTSIDE_VALID_RANGE")]
    public async Task Query_OutsideTheSubset_IsRefused(string soql, string code) => ShouldRefuse(await QueryAsync(soql), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Pages_CoverEachRecordOnceAndEndWithDone()
    {
        var ids = Enumerable.Range(0, 450).Select(i => Salesforce.AddRecord("Contact", ("LastName", "L" + i))).ToList();
        var seen = new List<string?>();
        var reply = await GetAsync("query?q=SELECT+Id+FROM+Contact", ("Sforce-Query-Options", "batchSize=200"));
        seen.AddRange(Values(reply, "Id"));
        while (!(bool)reply.Json!["done"]!)
        {
            ((int?)reply.Json["totalSize"]).ShouldBe(450);
            reply = await GetAsync((string)reply.Json["nextRecordsUrl"]!);
            seen.AddRange(Values(reply, "Id"));
        }

        seen.OfType<string>().ShouldBe(ids);
        ShouldRefuse(await GetAsync("query/01gUnknown-200"), HttpStatusCode.BadRequest, "INVALID_QUERY_LOCATOR");
    }

    [Fact]
    public async Task Cursors_ThatHaveExpired_AreForgotten()
    {
        foreach (var i in Enumerable.Range(0, 201))
        {
            Salesforce.AddRecord("Contact", ("LastName", "L" + i));
        }

        await GetAsync("query?q=SELECT+Id+FROM+Contact", ("Sforce-Query-Options", "batchSize=200"));
        Clock.Advance(TimeSpan.FromHours(47));
        Token = Salesforce.CreateAccessToken();
        await GetAsync("query?q=SELECT+Id+FROM+Contact", ("Sforce-Query-Options", "batchSize=200"));
        Salesforce.Cursors.ShouldBe(2);

        Clock.Advance(TimeSpan.FromHours(1));
        Token = Salesforce.CreateAccessToken();
        await QueryAsync("SELECT COUNT() FROM Contact");

        Salesforce.Cursors.ShouldBe(1);
    }

    [Fact]
    public async Task QueryAll_SeesDeletedRecords()
    {
        var id = Salesforce.AddRecord("Contact", ("LastName", "A"));
        await SendAsync("DELETE", $"sobjects/Contact/{id}", null);
        Values(await QueryAsync($"SELECT Id FROM Contact WHERE Id = '{id}'"), "Id").ShouldBeEmpty();
        Values(await GetAsync($"queryAll?q=SELECT+Id,IsDeleted+FROM+Contact+WHERE+Id='{id[..15]}'"), "IsDeleted").ShouldBe(["true"]);
    }

    private void Seed()
    {
        var acme = Salesforce.AddRecord("Account", ("Name", "Acme"));
        Salesforce.AddRecord("Contact", ("LastName", "Adams"), ("Email", "adams@example.com"), ("AccountId", acme), ("Birthdate", new DateOnly(1990, 5, 1)), ("MailingLatitude", 1.25m));
        Salesforce.AddRecord("Contact", ("LastName", "Bell"), ("Email", "bell@example.com"), ("Birthdate", new DateOnly(1980, 5, 1)));
        Salesforce.AddRecord("Contact", ("LastName", "O'Neil"));
        Salesforce.AddRecord("Contact", ("LastName", "B_c"));
    }
}
