using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Failures;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests.Webinars;

public class RecordLookupTests
{
    private static readonly DateTimeOffset Seen = new(2026, 3, 2, 13, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Find_ByEMail_GivesEveryRecordOfAKeyWhateverItsCase()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var first = org.AddContact("Lovelace", "Ada@Example.com");
        var second = org.AddContact("Byron", "ada@example.com");
        org.AddContact("Other", "other@example.com");

        var found = await org.FindAsync("Contact", "Email", ["LastName", "Email", "Phone"], "ada@example.com", "nobody@example.com");

        found.Select(record => record.Id).ShouldBe([first, second], ignoreOrder: true);
        var lovelace = found.Single(record => record.Id == first);
        lovelace.Values.ShouldBe(["Lovelace", "Ada@Example.com", null]);
        (lovelace.Key, lovelace.Version).ShouldBe(("Ada@Example.com", org.Emulator.Record(first)!["SystemModstamp"]));
    }

    [Theory]
    [InlineData("o'hara@example.com")]
    [InlineData("o\\'hara@example.com")]
    [InlineData("') OR (name != '")]
    [InlineData("ada+webinar@example.com")]
    [InlineData("josé@example.com")]
    public async Task Find_ByAKeyWithSpecialCharacters_FindsThatRecordOnly(string key)
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Key__c", 80) with { ExternalId = true, Unique = true });
        var wanted = org.Emulator.AddRecord("Contact", ("LastName", "Wanted"), ("Key__c", key));
        org.Emulator.AddRecord("Contact", ("LastName", "Other"), ("Key__c", "other"));

        (await org.FindAsync("Contact", "Key__c", [], key)).ShouldHaveSingleItem().Id.ShouldBe(wanted);
    }

    [Fact]
    public async Task Find_ByAKeyThatNoLiteralHolds_FindsNoRecordOfItAndAllOthers()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var ada = org.AddContact("Lovelace", "ada@example.com");

        (await org.FindAsync("Contact", "Email", [], "a\u0007@example.com", "ada@example.com", "\u007f")).ShouldHaveSingleItem().Id.ShouldBe(ada);
        (await org.FindAsync("Contact", "Email", [], "a\u0007@example.com")).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("WBN-05")]
    public async Task Find_Leads_LeavesOutTheConverted_WhichNobodyCanChange()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var open = org.Emulator.AddRecord("Lead", ("LastName", "Open"), ("Company", "C"), ("Email", "ada@example.com"));
        org.Emulator.AddRecord("Lead", ("LastName", "Converted"), ("Company", "C"), ("Email", "ada@example.com"), ("IsConverted", "true"));

        (await org.FindAsync("Lead", "Email", [], "ada@example.com")).ShouldHaveSingleItem().Id.ShouldBe(open);
    }

    [Fact]
    public async Task Find_ByACaseSensitiveKey_TellsCaseApart()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Text("Key__c", 80) with { ExternalId = true, Unique = true, CaseSensitive = true });
        var small = org.Emulator.AddRecord("Contact", ("LastName", "Small"), ("Key__c", "abc"));
        var capital = org.Emulator.AddRecord("Contact", ("LastName", "Capital"), ("Key__c", "ABC"));

        (await org.FindAsync("Contact", "Key__c", [], "ABC")).ShouldHaveSingleItem().Id.ShouldBe(capital);
        (await org.FindAsync("Contact", "Key__c", [], "ABC", "abc")).Select(record => record.Id).ShouldBe([small, capital], ignoreOrder: true);
    }

    [Fact]
    public async Task Find_ByANumber_ComparesValues()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Number("Member__c") with { ExternalId = true, Unique = true });
        var id = org.Emulator.AddRecord("Contact", ("LastName", "Numbered"), ("Member__c", 42));

        var found = await org.FindAsync("Contact", "Member__c", ["LastName"], "42.00", "no number", "1e3");

        (found.ShouldHaveSingleItem().Id, found[0].Key).ShouldBe((id, "42.00"));
        Query(org).ShouldContain("Member__c IN (42,1000)");
    }

    [Fact]
    public async Task Find_ByADayOrAnInstant_ComparesValues()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Date("Day__c"));
        org.Emulator.AddField("Contact", SalesforceField.DateTime("Seen__c"));
        var id = org.Emulator.AddRecord("Contact", ("LastName", "Dated"), ("Day__c", new DateOnly(2026, 3, 2)), ("Seen__c", Seen));

        (await org.FindAsync("Contact", "Day__c", [], "2026-03-02", "2026-99-99")).ShouldHaveSingleItem().Id.ShouldBe(id);
        var found = (await org.FindAsync("Contact", "Seen__c", ["Seen__c"], "2026-03-02t14:00:00+01:00")).ShouldHaveSingleItem();

        (found.Id, found.Key).ShouldBe((id, "2026-03-02t14:00:00+01:00"));
        found.Values.ShouldBe(["2026-03-02T13:00:00.000+0000"]);
    }

    [Fact]
    public async Task Find_OfFieldsOfEveryType_GivesThemAsSalesforceWritesThem()
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Number("Score__c"));
        org.Emulator.AddField("Contact", SalesforceField.Checkbox("Vip__c"));
        org.Emulator.AddField("Contact", SalesforceField.Checkbox("Blocked__c"));
        org.Emulator.AddRecord("Contact", ("LastName", "A"), ("Email", "a@example.com"), ("Score__c", 12.50m), ("Vip__c", true), ("Description", "two\nlines \"x\""));

        var found = await org.FindAsync("Contact", "Email", ["Score__c", "Vip__c", "Blocked__c", "Description", "email"], "a@example.com");

        found.ShouldHaveSingleItem().Values.Skip(1).ShouldBe(["true", "false", "two\nlines \"x\"", "a@example.com"]);
        decimal.Parse(found[0].Values[0]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(12.5m);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Find_OfThousandsOfKeys_FindsEachRecordOnceInQueriesThatFit(int concurrency)
    {
        await using var org = await EmulatedOrg.StartAsync(options => options.Webinars.LookupConcurrency = concurrency);
        string[] keys = [.. Enumerable.Range(0, 2500).Select(i => $"participant-{i}@a-rather-long-domain.example.com")];
        string[] ids = [.. keys.Select((key, i) => org.AddContact($"N{i}", key))];

        var found = await org.FindAsync("Contact", "Email", ["LastName"], keys);

        found.Select(record => record.Id).Order().ShouldBe(ids.Order());
        org.CountRequests("GET", "/query?").ShouldBeGreaterThan(5);
        org.Emulator.Requests.ShouldAllBe(request => request.PathAndQuery.Length < 13_000);
    }

    [Fact]
    public async Task Find_OfNoKey_AsksNothing()
    {
        await using var org = await EmulatedOrg.StartAsync();

        (await org.FindAsync("Contact", "Email", [])).ShouldBeEmpty();

        org.CountRequests("GET", "/query").ShouldBe(0);
    }

    [Fact]
    public async Task Find_WhenOneOfSeveralQueriesIsRefused_ThrowsWhatSalesforceSaid()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var field = await org.FieldAsync("Contact", "Email");
        var query = new RecordQuery("Contact", field, ["Nothing__c"], [.. Enumerable.Range(0, 1500).Select(i => $"{i}@example.com")], "webinar");

        var refused = await Should.ThrowAsync<SupportRequestException>(async () => await org.Lookup.FindAsync(query, Ct).ToListAsync(Ct));

        refused.Is(SalesforceErrorCode.InvalidField).ShouldBeTrue(refused.Message);
    }

    [Fact]
    public async Task Find_ThatIsLeftEarly_EndsItsQueries()
    {
        await using var org = await EmulatedOrg.StartAsync();
        string[] keys = [.. Enumerable.Range(0, 1500).Select(i => $"{i}@example.com")];
        foreach (var key in keys)
        {
            org.AddContact("N", key);
        }

        var query = new RecordQuery("Contact", await org.FieldAsync("Contact", "Email"), ["LastName"], [.. keys], "webinar");

        (await org.Lookup.FindAsync(query, Ct).Take(3).ToListAsync(Ct)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("Description")]
    [InlineData("Vip__c")]
    public async Task Find_ByAFieldThatCannotBeFiltered_SaysWhichAndWhatToDo(string field)
    {
        await using var org = await EmulatedOrg.StartAsync();
        org.Emulator.AddField("Contact", SalesforceField.Checkbox("Vip__c"));

        var refused = await Should.ThrowAsync<Exception>(() => org.FindAsync("Contact", field, [], "x"));

        refused.ShouldBeAssignableTo<IVendorFailure>()!.Kind.ShouldBe(FailureKind.Refused);
        refused.Message.ShouldContain(field);
        refused.Message.ShouldContain("Choose a field");
    }

    private static string Query(EmulatedOrg org) =>
        Uri.UnescapeDataString(org.Emulator.Requests.Last(request => request.PathAndQuery.Contains("/query?", StringComparison.Ordinal)).PathAndQuery.Replace('+', ' '));
}
