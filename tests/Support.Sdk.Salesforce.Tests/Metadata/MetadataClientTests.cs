using Support.Sdk.Salesforce.Metadata;

namespace Support.Sdk.Salesforce.Tests;

public sealed class MetadataClientTests
{
    private const string Changed = "Fri, 14 Aug 2020 20:53:02 GMT";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describe_AskedAgain_AsksSalesforceOnlyWhenItIsNoLongerFresh()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.Describe("Contact"), HttpStatusCode.OK, ("Last-Modified", Changed)).Answer("", HttpStatusCode.NotModified);
        var metadata = host.Client.Metadata;

        var first = await metadata.DescribeAsync("Contact", Ct);
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        (await metadata.DescribeAsync("contact", Ct)).ShouldBeSameAs(first);
        host.Salesforce.Sent.Count.ShouldBe(1);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await metadata.DescribeAsync("Contact", Ct)).ShouldBeSameAs(first);
        host.Clock.Advance(TimeSpan.FromMinutes(4));
        (await metadata.DescribeAsync("Contact", Ct)).ShouldBeSameAs(first);

        host.Salesforce.Sent.Count.ShouldBe(2);
        host.Salesforce.Sent.First().Headers.ContainsKey("If-Modified-Since").ShouldBeFalse();
        host.Salesforce.Last.Headers["If-Modified-Since"].ShouldBe(Changed);
        host.Salesforce.Last.Line.ShouldBe("GET sobjects/Contact/describe");
    }

    [Fact]
    public async Task Describe_OfAnObjectThatChanged_IsReadAnew()
    {
        await using var host = new SalesforceHost(options => (options.AccessToken, options.DescribeFreshFor) = ("token", TimeSpan.Zero));
        host.Salesforce.Answer("""{"name":"Contact","fields":[]}""", HttpStatusCode.OK, ("Last-Modified", Changed)).Answer("""{"name":"Contact","fields":[{"name":"New__c","type":"hologram"}]}""");
        var metadata = host.Client.Metadata;

        await metadata.DescribeAsync("Contact", Ct);
        var second = await metadata.DescribeAsync("Contact", Ct);

        second.FindField("new__C")!.Type.Value.ShouldBe("hologram");
    }

    [Fact]
    public async Task Describe_ForAnotherUser_IsNotShared()
    {
        await using var host = new SalesforceHost(static options => options.OAuth.ClientId = "my_app");
        await host.Tokens.TrySaveAsync(new("salesforce", ""), new("own"), 0, Ct);
        await host.Tokens.TrySaveAsync(new("salesforce", "", "ada"), new("adas"), 0, Ct);
        host.Salesforce.Answer("""{"name":"Contact"}""").Answer("""{"name":"Contact"}""");

        await host.Client.Metadata.DescribeAsync("Contact", Ct);
        await host.Client.ForUser("ada").Metadata.DescribeAsync("Contact", Ct);

        host.Salesforce.Sent.Select(sent => sent.Headers["Authorization"]).ShouldBe(["Bearer own", "Bearer adas"]);
    }

    [Fact]
    public async Task Describe_AfterForget_IsReadAnewWithoutACondition()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"name":"Contact"}""", HttpStatusCode.OK, ("Last-Modified", Changed)).Answer("""{"name":"Contact"}""");
        var metadata = host.Client.Metadata;

        await metadata.DescribeAsync("Contact", Ct);
        metadata.Forget();
        await metadata.DescribeAsync("Contact", Ct);

        host.Salesforce.Last.Headers.ContainsKey("If-Modified-Since").ShouldBeFalse();
    }

    [Fact]
    public async Task DescribeGlobal_OfAnOrg_ListsItsObjects()
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer("""{"encoding":"UTF-8","maxBatchSize":200,"sobjects":[{"name":"Contact","label":"Contact","keyPrefix":"003","createable":true,"isSubtype":false}]}""");

        var all = await host.Client.Metadata.DescribeGlobalAsync(Ct);

        var contact = all.Find("contact").ShouldNotBeNull();
        (contact.KeyPrefix, contact.Createable, all.MaxBatchSize).ShouldBe(("003", true, 200));
        contact.Further.ShouldContainKey("isSubtype");
        host.Salesforce.Last.Line.ShouldBe("GET sobjects");
    }

    [Theory]
    [InlineData("Account", 68, "Name")]
    [InlineData("Case", 35, "")]
    [InlineData("Contact", 59, "LastName")]
    [InlineData("Event", 48, "")]
    [InlineData("Lead", 54, "LastName,Company")]
    [InlineData("Opportunity", 40, "Name,StageName,CloseDate")]
    [InlineData("User-legacy", 103, null)]
    public async Task Describe_AsRecorded_IsReadWhole(string name, int fields, string? required)
    {
        var description = await DescribeAsync(name);

        description.Fields.Count.ShouldBe(fields);
        description.Fields.ShouldAllBe(field => field.Name.Length > 0 && field.Type.Value.Length > 0);
        if (required is not null)
        {
            string.Join(',', description.Fields.Where(field => field.IsRequiredOnCreate).Select(field => field.Name)).ShouldBe(required);
        }
    }

    [Fact]
    public async Task Describe_OfTheRecordedContact_HasTheDetails()
    {
        var contact = await DescribeAsync("Contact");

        (contact.KeyPrefix, contact.Label, contact.LabelPlural).ShouldBe(("003", "Contact", "Contacts"));
        var email = contact.FindField("email").ShouldNotBeNull();
        (email.Type, email.Length, email.IdLookup, email.ExternalId, email.Unique, email.IsUpsertKey).ShouldBe((FieldType.Email, 80, true, false, false, true));
        var first = contact.FindField("FirstName").ShouldNotBeNull();
        (first.Length, first.ByteLength, first.CompoundFieldName, first.Nillable, first.SoapType).ShouldBe((40, 120, "Name", true, "xsd:string"));
        first.Further.ShouldContainKey("extraTypeInfo");
        contact.FindField("AccountId")!.ReferenceTo.ShouldBe(["Account"]);
        contact.FindField("AccountId")!.RelationshipName.ShouldBe("Account");
        contact.FindField("Salutation")!.PicklistValues.Select(value => value.Value).ShouldContain("Mr.");
        contact.FindField("Name")!.Createable.ShouldBeFalse();
        contact.RecordTypeInfos.Single().Master.ShouldBeTrue();
        contact.ChildRelationships.ShouldContain(child => child.ChildSObject == "AIInsightValue" && child.CascadeDelete);
    }

    private static async Task<SObjectDescription> DescribeAsync(string name)
    {
        await using var host = new SalesforceHost();
        host.Salesforce.Answer(Sample.Describe(name));
        return await host.Client.Metadata.DescribeAsync(name, Ct);
    }
}
