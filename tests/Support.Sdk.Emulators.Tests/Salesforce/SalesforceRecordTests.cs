using System.Net;
using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Tests.Webex;

namespace Support.Sdk.Emulators.Tests.Salesforce;

public sealed class SalesforceRecordTests : SalesforceTest
{
    [Fact]
    public async Task Describe_IsTheRecordedOneAndUnchangedIs304()
    {
        (await GetAsync("/services/data")).Json!.AsArray()[0]!.ToJsonString().ShouldBe(Recorded("services-data-versions").AsArray()[0]!.ToJsonString());
        var describe = await GetAsync("sobjects/Contact/describe");
        describe.Json!["fields"]!.AsArray().Count.ShouldBe(60, "59 recorded and the added one");
        ((string?)describe.Json["urls"]!["sobject"]).ShouldBe("/services/data/v64.0/sobjects/Contact");
        (await GetAsync("sobjects/Contact/describe", ("If-Modified-Since", describe.Headers["Last-Modified"]))).Status.ShouldBe(HttpStatusCode.NotModified);

        Clock.Advance(TimeSpan.FromMinutes(1));
        Salesforce.AddField("Contact", SalesforceField.Checkbox("Vip__c"));
        (await GetAsync("sobjects/Contact/describe", ("If-Modified-Since", describe.Headers["Last-Modified"]))).Status.ShouldBe(HttpStatusCode.OK);
        (await GetAsync("sobjects")).Json!["sobjects"]!.AsArray().Count.ShouldBe(10);
        ShouldRefuse(await GetAsync("/services/data/v30.0/limits"), HttpStatusCode.Gone, "UNSUPPORTED_API_VERSION");
    }

    [Fact]
    public async Task Record_CreatedReadChangedDeleted()
    {
        var created = await PostAsync("sobjects/Contact", """{"LastName":" Smith ","FirstName":"John","Email":"john@example.com","mailingcity":"Rome"}""");
        created.Status.ShouldBe(HttpStatusCode.Created, created.Text);
        var id = (string)created.Json!["id"]!;
        id.ShouldStartWith("003");
        id.Length.ShouldBe(18);

        var record = (await GetAsync($"sobjects/Contact/{id[..15]}")).Json!;
        ((string?)record["Name"]).ShouldBe("John Smith");
        ((string?)record["MailingAddress"]!["city"]).ShouldBe("Rome");
        ((string?)record["CreatedDate"]).ShouldEndWith("+0000");
        ((string?)record["attributes"]!["url"]).ShouldBe($"/services/data/v64.0/sobjects/Contact/{id}");

        Clock.Advance(TimeSpan.FromHours(1));
        var patched = await PatchAsync($"sobjects/Contact/{id}", """{"FirstName":null}""");
        patched.Status.ShouldBe(HttpStatusCode.NoContent);
        patched.Text.ShouldBeEmpty();
        var named = (await GetAsync($"sobjects/Contact/{id}?fields=Name,Email")).Json!;
        named.AsObject().Select(member => member.Key).ShouldBe(["attributes", "Name", "Email", "Id"]);
        ((string?)named["Name"]).ShouldBe("Smith");

        (await SendAsync("DELETE", $"sobjects/Contact/{id}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        ShouldRefuse(await GetAsync($"sobjects/Contact/{id}"), HttpStatusCode.NotFound, "ENTITY_IS_DELETED");
        Salesforce.Record(id).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"FirstName":"A"}""", "REQUIRED_FIELD_MISSING", "LastName")]
    [InlineData("""{"LastName":"  "}""", "REQUIRED_FIELD_MISSING", "LastName")]
    [InlineData("""{"LastName":"A","Email":"nobody"}""", "INVALID_EMAIL_ADDRESS", "Email")]
    [InlineData("""{"LastName":"A","Email":"a@b..com"}""", "INVALID_EMAIL_ADDRESS", "Email")]
    [InlineData("""{"LastName":"A","Phone":"01234567890123456789012345678901234567890"}""", "STRING_TOO_LONG", "Phone")]
    [InlineData("""{"LastName":"A","CleanStatus":"Dusty"}""", "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "CleanStatus")]
    [InlineData("""{"LastName":"A","Name":"B"}""", "INVALID_FIELD_FOR_INSERT_UPDATE", "Name")]
    [InlineData("""{"LastName":"A","AccountId":"12"}""", "MALFORMED_ID", "AccountId")]
    [InlineData("""{"LastName":"A","foo":"B"}""", "INVALID_FIELD")]
    [InlineData("""{"LastName":"A","Birthdate":"May"}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"LastName":5}""", "JSON_PARSER_ERROR")]
    [InlineData("""{"LastName":"A" """, "JSON_PARSER_ERROR")]
    public async Task Create_Invalid_IsRefusedAndLeavesNothing(string json, string code, params string[] fields)
    {
        ShouldRefuse(await PostAsync("sobjects/Contact", json), HttpStatusCode.BadRequest, code, fields);
        Salesforce.Count("Contact").ShouldBe(0);
    }

    [Theory]
    [InlineData("Account", "NumberOfEmployees", "99999999", "100000000")]
    [InlineData("Account", "NumberOfEmployees", "-99999999", "-100000000")]
    [InlineData("Account", "AnnualRevenue", "999999999999999999", "1e18")]
    [InlineData("Contact", "MailingLatitude", "999.5", "1000.0")]
    public async Task Create_WithANumberOfMoreDigitsThanTheDescribeTells_IsRefused(string table, string field, string most, string tooMuch)
    {
        var name = table == "Contact" ? "LastName" : "Name";
        var taken = await PostAsync($"sobjects/{table}", $$"""{"{{name}}":"A","{{field}}":{{most}}}""");
        taken.Status.ShouldBe(HttpStatusCode.Created, taken.Text);

        var refused = await PostAsync($"sobjects/{table}", $$"""{"{{name}}":"A","{{field}}":{{tooMuch}}}""");

        ShouldRefuse(refused, HttpStatusCode.BadRequest, "NUMBER_OUTSIDE_VALID_RANGE", field);
        refused.Text.ShouldContain($"value outside of valid range on numeric field: {tooMuch}");
    }

    [Fact]
    public async Task Create_AfterFieldsWereAdded_KeepsTheirRules()
    {
        Salesforce.AddField("Contact", SalesforceField.Text("Source__c", 20) with { DefaultValue = "Web" });
        Salesforce.AddRecord("Contact", ("LastName", "A"));
        Salesforce.AddField("Contact", SalesforceField.Text("Needed__c", 20) with { Required = true });

        ShouldRefuse(await PostAsync("sobjects/Contact", """{"LastName":"B"}"""), HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING", "Needed__c");
        var id = (string)(await PostAsync("sobjects/Contact", """{"LastName":"B","Needed__c":"x"}""")).Json!["id"]!;

        Salesforce.Record(id)!["Source__c"].ShouldBe("Web");
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData(""","Active__c":false""", "false")]
    [InlineData(""","Active__c":true""", "true")]
    public async Task Create_WithACheckboxThatIsTrueByDefault_TakesTheDefaultUnlessGiven(string more, string expected)
    {
        Salesforce.AddField("Contact", SalesforceField.Checkbox("Active__c") with { DefaultValue = "true" });

        var id = (string)(await PostAsync("sobjects/Contact", $$"""{"LastName":"A"{{more}}}""")).Json!["id"]!;

        Salesforce.Record(id)!["Active__c"].ShouldBe(expected);
    }

    [Fact]
    public async Task Create_UnknownField_IsWordedAsRecorded()
    {
        Salesforce.AddObject("Bar", "Bar", "a0B");
        (await PostAsync("sobjects/Bar", """{"Name":"x","foo":1}""")).Json!.ToJsonString().ShouldBe(Recorded("error-400-invalid-field").ToJsonString());
    }

    [Fact]
    public async Task Upsert_ByExternalId_CreatesUpdatesAndNeverDoubles()
    {
        var first = await PatchAsync("sobjects/Contact/Key__c/k%2F1", """{"LastName":"A"}""");
        first.Status.ShouldBe(HttpStatusCode.Created, first.Text);
        var second = await PatchAsync("sobjects/Contact/Key__c/K%2F1", """{"LastName":"B"}""");
        second.Status.ShouldBe(HttpStatusCode.OK, second.Text);
        ((bool?)second.Json!["created"]).ShouldBe(false);
        ((string?)second.Json["id"]).ShouldBe((string?)first.Json!["id"]);
        Salesforce.Count("Contact").ShouldBe(1);

        ShouldRefuse(await PatchAsync("sobjects/Contact/Key__c/k2", """{"LastName":"A","Key__c":"k2"}"""), HttpStatusCode.BadRequest, "INVALID_FIELD");
        ShouldRefuse(await PatchAsync("sobjects/Contact/Key__c/k2?updateOnly=true", """{"LastName":"A"}"""), HttpStatusCode.NotFound, "NOT_FOUND");
        ShouldRefuse(await PostAsync("sobjects/Contact", """{"LastName":"A","Key__c":"k/1"}"""), HttpStatusCode.BadRequest, "DUPLICATE_VALUE");
        (await PatchAsync("sobjects/Contact/Namez/x", """{"LastName":"A"}""")).Json!.ToJsonString().ShouldBe(Recorded("error-404-unknown-external-id-field").ToJsonString());
    }

    [Fact]
    public async Task Upsert_AmbiguousEmail_Is300WithTheAddresses()
    {
        var ids = new[] { Salesforce.AddRecord("Contact", ("LastName", "A"), ("Email", "x@example.com")), Salesforce.AddRecord("Contact", ("LastName", "B"), ("Email", "X@example.com")) };
        var reply = await PatchAsync("sobjects/Contact/Email/x%40example.com", """{"LastName":"C"}""");
        reply.Status.ShouldBe(HttpStatusCode.MultipleChoices);
        reply.Json!.AsArray().Select(url => (string)url!).ShouldBe(ids.Select(id => $"/services/data/v64.0/sobjects/Contact/{id}"), ignoreOrder: true);
        Salesforce.Query("SELECT LastName FROM Contact ORDER BY LastName").Select(row => row["LastName"]).ShouldBe(["A", "B"]);
    }

    [Fact]
    public async Task DuplicateRule_RefusesAsObservedUnlessOverridden()
    {
        Salesforce.AddDuplicateRule(new SalesforceDuplicateRule("Contact", "Standard_Contact_Duplicate_Rule", ["Email", "LastName"]));
        var id = Salesforce.AddRecord("Contact", ("LastName", "A"), ("Email", "a@example.com"));
        const string Again = """{"LastName":"a","Email":"A@example.com"}""";

        var refused = await PostAsync("sobjects/Contact", Again);
        ShouldRefuse(refused, HttpStatusCode.BadRequest, "DUPLICATES_DETECTED");
        var found = refused.Json![0]!["duplicateResult"]!;
        var observed = Recorded("observed-duplicates-detected-duplicateResult")[0]!["duplicateResult"]!;
        found.AsObject().Select(member => member.Key).ShouldBe(observed.AsObject().Select(member => member.Key));
        ((string?)found["matchResults"]![0]!["matchRecords"]![0]!["record"]!["Id"]).ShouldBe(id);

        (await PostAsync("sobjects/Contact", Again, ("Sforce-Duplicate-Rule-Header", "allowSave=true"))).Status.ShouldBe(HttpStatusCode.Created);
        (await PostAsync("sobjects/Contact", """{"LastName":"B","Email":"a@example.com"}""")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task CampaignMember_IsOnePersonOnceWithAStatusOfTheCampaign()
    {
        var campaign = Salesforce.AddRecord("Campaign", ("Name", "May"));
        var lead = Salesforce.AddRecord("Lead", ("LastName", "L"), ("Company", "C"), ("Email", "l@example.com"));
        var contact = Salesforce.AddRecord("Contact", ("LastName", "L"));
        Task<Reply> AddAsync(string more) => PostAsync("sobjects/CampaignMember", $$"""{"CampaignId":"{{campaign}}"{{more}}}""");

        ShouldRefuse(await AddAsync(""), HttpStatusCode.BadRequest, "FIELD_INTEGRITY_EXCEPTION", "LeadId", "ContactId");
        ShouldRefuse(await AddAsync($$""","LeadId":"{{lead}}","ContactId":"{{contact}}" """), HttpStatusCode.BadRequest, "FIELD_INTEGRITY_EXCEPTION", "LeadId", "ContactId");
        ShouldRefuse(await AddAsync($$""","LeadId":"{{lead}}","Status":"Came" """), HttpStatusCode.BadRequest, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Status");
        ShouldRefuse(await AddAsync($$""","LeadId":"{{contact}}" """), HttpStatusCode.BadRequest, "FIELD_INTEGRITY_EXCEPTION", "LeadId");
        var member = (string)(await AddAsync($$""","LeadId":"{{lead}}" """)).Json!["id"]!;
        (await AddAsync($$""","LeadId":"{{lead}}" """)).Json!.ToJsonString().ShouldBe(Recorded("observed-campaign-member-duplicate").ToJsonString());

        Salesforce.Record(member)!["Status"].ShouldBe("Sent");
        (await PatchAsync($"sobjects/CampaignMember/{member}", """{"Status":"Responded"}""")).Status.ShouldBe(HttpStatusCode.NoContent);
        ShouldRefuse(await PatchAsync($"sobjects/CampaignMember/{member}", $$"""{"LeadId":"{{lead}}"}"""), HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE", "LeadId");
        var record = Salesforce.Record(member)!;
        (record["HasResponded"], record["Type"], record["Email"], record["CompanyOrAccount"]).ShouldBe(("true", "Lead", "l@example.com", "C"));

        (await SendAsync("DELETE", $"sobjects/Lead/{lead}", null)).Status.ShouldBe(HttpStatusCode.NoContent);
        Salesforce.Count("CampaignMember").ShouldBe(0);
    }

    [Fact]
    public async Task Case_IsNumberedAndFoundByItsNumber()
    {
        var contact = Salesforce.AddRecord("Contact", ("LastName", "A"));
        var first = (string)(await PostAsync("sobjects/Case", $$"""{"Subject":"Printer","ContactId":"{{contact}}"}""")).Json!["id"]!;
        var second = (string)(await PostAsync("sobjects/Case", """{"Subject":"Again"}""")).Json!["id"]!;

        first.ShouldStartWith("500");
        var record = Salesforce.Record(first)!;
        (record["Status"], record["Priority"], record["IsClosed"], record["CaseNumber"]).ShouldBe(("New", "Medium", "false", "00001001"));
        Values(await QueryAsync("SELECT Id FROM Case WHERE CaseNumber = '00001002'"), "Id").ShouldBe([second]);
        ShouldRefuse(await PostAsync("sobjects/Case", """{"CaseNumber":"7"}"""), HttpStatusCode.BadRequest, "INVALID_FIELD_FOR_INSERT_UPDATE", "CaseNumber");
    }

    [Fact]
    public async Task Opportunity_NeedsNameStageAndCloseDate()
    {
        ShouldRefuse(await PostAsync("sobjects/Opportunity", "{}"), HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING", "Name", "StageName", "CloseDate");
        var created = await PostAsync("sobjects/Opportunity", """{"Name":"Big","StageName":"Prospecting","CloseDate":"2026-05-01","Amount":12.5}""");
        ((string?)created.Json!["id"]).ShouldStartWith("006", customMessage: created.Text);
    }

    [Theory]
    [InlineData("""{"StartDateTime":"2026-05-01T10:00:00Z","EndDateTime":"2026-05-01T10:30:00Z"}""", "10:00", "10:30", "30")]
    [InlineData("""{"StartDateTime":"2026-05-01T08:30:00Z"}""", "08:30", "09:00", "30")]
    [InlineData("""{"ActivityDateTime":"2026-05-01T07:00:00Z"}""", "07:00", "09:00", "120")]
    [InlineData("""{"EndDateTime":"2026-05-01T10:00:00Z"}""", "08:00", "10:00", "120")]
    [InlineData("""{"DurationInMinutes":15}""", "08:00", "08:15", "15")]
    [InlineData("""{"ActivityDateTime":"2026-05-01T10:00:00Z","DurationInMinutes":5}""", "10:00", "10:05", "5")]
    [InlineData("""{"Subject":"T"}""", "08:00", "09:00", "60")]
    public async Task Event_WhoseTimeIsChanged_ChangesAllOfIt(string change, string start, string end, string minutes)
    {
        var id = (string)(await PostAsync("sobjects/Event", """{"StartDateTime":"2026-05-01T08:00:00Z","EndDateTime":"2026-05-01T09:00:00Z"}""")).Json!["id"]!;

        (await PatchAsync($"sobjects/Event/{id}", change)).Status.ShouldBe(HttpStatusCode.NoContent);

        var record = Salesforce.Record(id)!;
        (record["StartDateTime"], record["ActivityDateTime"], record["EndDateTime"], record["DurationInMinutes"])
            .ShouldBe(($"2026-05-01T{start}:00.000+0000", $"2026-05-01T{start}:00.000+0000", $"2026-05-01T{end}:00.000+0000", minutes));
    }

    [Theory]
    [InlineData(""" "EndDateTime":"2026-05-01T09:00:00Z","DurationInMinutes":59""", "DurationInMinutes")]
    [InlineData(""" "EndDateTime":"2026-05-01T09:00:00Z","ActivityDateTime":"2026-05-01T08:01:00Z" """, "ActivityDateTime")]
    [InlineData(""" "EndDateTime":"2026-05-01T07:00:00Z" """, "EndDateTime")]
    public async Task Event_WhoseTimesContradict_IsRefused(string times, string field)
    {
        ShouldRefuse(await PostAsync("sobjects/Event", $$"""{"StartDateTime":"2026-05-01T08:00:00Z",{{times}}}"""), HttpStatusCode.BadRequest, "FIELD_INTEGRITY_EXCEPTION", field);
        (await PostAsync("sobjects/Event", """{"StartDateTime":"2026-05-01T08:00:00Z","EndDateTime":"2026-05-01T09:00:00Z","DurationInMinutes":60}""")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Event_NeedsATime()
    {
        ShouldRefuse(await PostAsync("sobjects/Event", """{"Subject":"S"}"""), HttpStatusCode.BadRequest, "REQUIRED_FIELD_MISSING", "DurationInMinutes", "ActivityDateTime");
        var id = (string)(await PostAsync("sobjects/Event", """{"Subject":"S","StartDateTime":"2026-05-01T10:00:00+02:00","EndDateTime":"2026-05-01T09:00:00Z"}""")).Json!["id"]!;
        var record = Salesforce.Record(id)!;
        (record["StartDateTime"], record["DurationInMinutes"], record["ShowAs"]).ShouldBe(("2026-05-01T08:00:00.000+0000", "60", "Busy"));
    }
}
