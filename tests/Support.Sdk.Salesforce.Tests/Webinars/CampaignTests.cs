using Microsoft.Extensions.DependencyInjection;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Tests.Webinars;

public class CampaignTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindStatuses_OfACampaign_GivesItsLabelsInTheirOrder()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var campaign = org.Emulator.AddRecord("Campaign", ("Name", "Webinar"));
        org.Emulator.AddRecord("CampaignMemberStatus", ("CampaignId", campaign), ("Label", "Attended"), ("SortOrder", 3));

        (await org.Campaigns.FindStatusesAsync("", campaign, Ct))!.Value.ShouldBe(["Sent", "Responded", "Attended"]);
    }

    [Theory]
    [InlineData("701000000000001AAA")]
    [InlineData("not an id")]
    public async Task FindStatuses_OfNoCampaign_GivesNull(string campaign)
    {
        await using var org = await EmulatedOrg.StartAsync();

        (await org.Campaigns.FindStatusesAsync("", campaign, Ct)).ShouldBeNull();
    }

    [Theory]
    [InlineData("Contact", "ContactId")]
    [InlineData("lead", "LeadId")]
    [InlineData("Visitor__c", null)]
    public void ShapeOf_CampaignMembers_NamesThePersonField(string objectName, string? field)
    {
        var shape = Adapter(_ => { }).ShapeOf("", MembershipForm.CampaignMember, objectName);

        shape.ShouldBe(field is null ? null : new MembershipShape("CampaignMember", "CampaignId", field, "Status"));
    }

    [Fact]
    public void ShapeOf_WebinarMembers_IsThatOfTheOptions()
    {
        var campaigns = Adapter(options =>
        {
            options.ObjectName = "wbx__Member__c";
            options.CampaignField = "wbx__Campaign__c";
            options.ContactField = "wbx__Contact__c";
            options.RecordFields["Visitor__c"] = "wbx__Visitor__c";
        });

        campaigns.ShapeOf("", MembershipForm.WebexWebinarCampaignMember, "Contact").ShouldBe(new MembershipShape("wbx__Member__c", "wbx__Campaign__c", "wbx__Contact__c", null));
        campaigns.ShapeOf("", MembershipForm.WebexWebinarCampaignMember, "visitor__C").ShouldBe(new MembershipShape("wbx__Member__c", "wbx__Campaign__c", "wbx__Visitor__c", null));
        campaigns.ShapeOf("", MembershipForm.WebexWebinarCampaignMember, "Lead").ShouldBeNull();
        Adapter(_ => { }).ShapeOf("", MembershipForm.WebexWebinarCampaignMember, "Contact").ShouldBeNull();
    }

    [Fact]
    public async Task Find_OfManyRecords_GivesThoseThatStandInTheCampaign()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var campaign = org.Emulator.AddRecord("Campaign", ("Name", "Webinar"));
        var other = org.Emulator.AddRecord("Campaign", ("Name", "Other"));
        string[] contacts = [.. Enumerable.Range(0, 700).Select(i => org.AddContact($"N{i}"))];
        var first = org.Emulator.AddRecord("CampaignMember", ("CampaignId", campaign), ("ContactId", contacts[3]), ("Status", "Responded"));
        var last = org.Emulator.AddRecord("CampaignMember", ("CampaignId", campaign), ("ContactId", contacts[699]));
        org.Emulator.AddRecord("CampaignMember", ("CampaignId", other), ("ContactId", contacts[5]));
        var shape = org.Campaigns.ShapeOf("", MembershipForm.CampaignMember, "Contact")!;

        var found = await org.Campaigns.FindAsync("", shape, campaign, contacts, Ct).ToDictionaryAsync(pair => pair.Key, pair => pair.Value, cancellationToken: Ct);

        found.ShouldBe(new Dictionary<string, ExistingMembership> { [contacts[3]] = new(first, "Responded"), [contacts[699]] = new(last, "Sent") }, ignoreOrder: true);
    }

    [Fact]
    public async Task Find_InTheListOfThePackage_TakesTheOldestMembership()
    {
        await using var org = await EmulatedOrg.StartAsync(options =>
        {
            options.Webinars.WebinarCampaignMembers.ObjectName = "Member__c";
            options.Webinars.WebinarCampaignMembers.CampaignField = "Campaign__c";
            options.Webinars.WebinarCampaignMembers.ContactField = "Contact__c";
        });
        org.Emulator.AddObject("Member__c", "Member", "a01", SalesforceField.Reference("Campaign__c", "Campaign__r", "Campaign"), SalesforceField.Reference("Contact__c", "Contact__r", "Contact"));
        var campaign = org.Emulator.AddRecord("Campaign", ("Name", "Webinar"));
        var contact = org.AddContact("Lovelace");
        var oldest = org.Emulator.AddRecord("Member__c", ("Name", "1"), ("Campaign__c", campaign), ("Contact__c", contact));
        org.Emulator.AddRecord("Member__c", ("Name", "2"), ("Campaign__c", campaign), ("Contact__c", contact));
        var shape = org.Campaigns.ShapeOf("", MembershipForm.WebexWebinarCampaignMember, "Contact")!;

        var found = await org.Campaigns.FindAsync("", shape, campaign, [contact], Ct).ToListAsync(Ct);

        found.ShouldBe([new(contact, new ExistingMembership(oldest, null))]);
    }

    [Fact]
    public async Task Members_OfACampaign_AreWrittenAndChangedByTheWriter()
    {
        await using var org = await EmulatedOrg.StartAsync();
        var campaign = org.Emulator.AddRecord("Campaign", ("Name", "Webinar"));
        var contact = org.AddContact("Lovelace");
        var create = new TextBatch("CampaignMember", RecordOperation.Insert, "ContactId", ["CampaignId", "ContactId", "Status"], [[campaign, contact, "Sent"], [campaign, contact, "Sent"]]) { Account = "" };

        var created = await org.Writer.WriteAsync(create, Ct);
        var changed = await org.Writer.WriteAsync(new TextBatch("CampaignMember", RecordOperation.Update, "Id", ["Id", "Status"], [[created[0].RecordId, "Responded"]]) { Account = "" }, Ct);

        created[1].Errors.ShouldHaveSingleItem().Code.ShouldBe("DUPLICATE_VALUE");
        changed[0].IsWritten.ShouldBeTrue();
        org.Emulator.Record(created[0].RecordId!)!["Status"].ShouldBe("Responded");
    }

    private static ICampaigns Adapter(Action<SalesforceWebinarMemberOptions> configure)
    {
        var host = new SalesforceHost(options =>
        {
            options.AccessToken = SalesforceHost.Token;
            configure(options.Webinars.WebinarCampaignMembers);
        });
        return host.Services.GetRequiredKeyedService<ICampaigns>(SalesforceConstants.Vendor);
    }
}
