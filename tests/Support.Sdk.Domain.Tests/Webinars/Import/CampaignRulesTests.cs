using Shouldly;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Import;

public sealed class CampaignRulesTests
{
    private static readonly CampaignChoice Campaign = new("701A", ["Sent", "Responded"], "responded ");

    [Theory]
    [InlineData(CampaignLink.None, new MembershipForm[0])]
    [InlineData(CampaignLink.CampaignMembers, new[] { MembershipForm.CampaignMember })]
    [InlineData(CampaignLink.WebexWebinarCampaignMembers, new[] { MembershipForm.WebexWebinarCampaignMember })]
    [InlineData(CampaignLink.Both, new[] { MembershipForm.CampaignMember, MembershipForm.WebexWebinarCampaignMember })]
    public void FormsOf_EachOption_AreTheListsOfTheCampaign(CampaignLink link, MembershipForm[] forms) => CampaignRules.FormsOf(link).ShouldBe(forms);

    [Theory]
    [InlineData("Contact", "ContactId")]
    [InlineData("lead", "LeadId")]
    [InlineData("Visitor__c", null)]
    public void PersonFieldOf_Object_IsOneOfTwoOrNone(string name, string? field) => CampaignRules.PersonFieldOf(name).ShouldBe(field);

    [Theory]
    [InlineData("Contact", CampaignLink.CampaignMembers, "1.16", new string[0])]
    [InlineData("Lead", CampaignLink.Both, "1.20.3", new string[0])]
    [InlineData("Contact", CampaignLink.CampaignMembers, null, new string[0])]
    [InlineData("Contact", CampaignLink.CampaignMembers, "1.15.9", new[] { "webinars.campaign-needs-version" })]
    [InlineData("Contact", CampaignLink.Both, "1.15", new[] { "webinars.campaign-needs-version" })]
    [InlineData("Contact", CampaignLink.WebexWebinarCampaignMembers, "1.15", new string[0])]
    [InlineData("Visitor__c", CampaignLink.WebexWebinarCampaignMembers, "1.15", new string[0])]
    [InlineData("Visitor__c", CampaignLink.Both, "1.15", new[] { "webinars.campaign-members-not-for-object", "webinars.campaign-needs-version" })]
    [InlineData("Visitor__c", CampaignLink.None, "1.15", new string[0])]
    public void Check_ObjectOptionAndVersion_NamesAllThatStandsInTheWay(string name, CampaignLink link, string? version, string[] codes) =>
        CampaignRules.Check(Mappings.OfContact with { Object = name, Campaign = link }, Campaign, version is null ? null : Version.Parse(version)).Select(refusal => refusal.Code).ShouldBe(codes);

    [Fact]
    public void Check_CampaignMissingOrStatusUnknown_IsRefused()
    {
        var mapping = Mappings.OfContact with { Campaign = CampaignLink.CampaignMembers };

        CampaignRules.Check(mapping, null, null).ShouldHaveSingleItem().Code.ShouldBe("webinars.campaign-missing");
        CampaignRules.Check(mapping with { Campaign = CampaignLink.None }, null, null).ShouldBeEmpty();
        var refusal = CampaignRules.Check(mapping, Campaign with { Status = "Attended" }, null).ShouldHaveSingleItem();
        refusal.Code.ShouldBe("webinars.campaign-status-unknown");
        refusal["allowed"]!.Value.AsText().ShouldBe("Sent, Responded");
        Should.Throw<ArgumentException>(() => CampaignRules.Decide(MembershipForm.CampaignMember, Campaign with { Status = "Attended" }, null, hasStatus: true)).ParamName.ShouldBe("campaign");
    }

    [Fact]
    public void Decide_CampaignMember_IsMadeOnceAndOnlyItsStatusChanges()
    {
        Decide(Campaign, null).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.Create, "Responded"));
        Decide(Campaign, new("00vA", "Sent")).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.UpdateStatus, "Responded", "00vA"));
        Decide(Campaign, new("00vA", null)).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.UpdateStatus, "Responded", "00vA"));
        Decide(Campaign, new("00vA", "Responded")).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.Keep, null, "00vA"));
        Decide(Campaign with { Status = null }, null).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.Create));
        Decide(Campaign with { Status = null }, new("00vA", "Sent")).ShouldBe(new(MembershipForm.CampaignMember, MembershipAction.Keep, null, "00vA"));
    }

    [Fact]
    public void Decide_WebexWebinarCampaignMember_HasAStatusWhereOneIsConfigured()
    {
        const MembershipForm Form = MembershipForm.WebexWebinarCampaignMember;

        CampaignRules.Decide(Form, Campaign, null, hasStatus: false).ShouldBe(new(Form, MembershipAction.Create));
        CampaignRules.Decide(Form, Campaign, new("a02A", null), hasStatus: false).ShouldBe(new(Form, MembershipAction.Keep, null, "a02A"));
        CampaignRules.Decide(Form, Campaign, null, hasStatus: true).ShouldBe(new(Form, MembershipAction.Create, "Responded"));
        CampaignRules.Decide(Form, Campaign, new("a02A", null), hasStatus: true).ShouldBe(new(Form, MembershipAction.UpdateStatus, "Responded", "a02A"));
    }

    private static MembershipPlan Decide(CampaignChoice campaign, ExistingMembership? existing) => CampaignRules.Decide(MembershipForm.CampaignMember, campaign, existing, hasStatus: true);
}
