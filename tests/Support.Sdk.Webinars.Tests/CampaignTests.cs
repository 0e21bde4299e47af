using Shouldly;
using Support.Sdk.Emulators.Salesforce;
using Support.Sdk.Emulators.Webex;

namespace Support.Sdk.Webinars.Tests;

/// <summary>Links to campaigns, in all three forms (WBN-06).</summary>
public sealed class CampaignTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1_000)]
    [Requirement("WBN-06")]
    public async Task ContactsAndLeads_StandInBothLists_Once(int threshold)
    {
        await using var world = await World.StartAsync();
        await using var host = await HostAsync(world, threshold);
        var campaign = Campaign(world);
        var webinar = world.AddWebinar(60);
        var member = world.AddContact(WebinarPerson.Of(2).Email);
        world.Salesforce.AddRecord("CampaignMember", ("CampaignId", campaign), ("ContactId", member), ("Status", "Sent"));
        var request = new WebinarImportRequest(webinar, Documents.Contact(campaign: CampaignLink.Both)) { CampaignId = campaign, CampaignStatus = "attended" };

        var import = await host.ImportAsync(request);

        import.Counts.ShouldBe(new ImportCounts { Rows = 60, Created = 59, Updated = 1, Linked = 120 });
        var members = world.Salesforce.Query($"SELECT ContactId, Status FROM CampaignMember WHERE CampaignId = '{campaign}'");
        members.Count.ShouldBe(60);
        members.ShouldAllBe(row => row["Status"] == "Attended");
        world.Salesforce.Query("SELECT Status__c FROM Webinar_Member__c").Select(row => row["Status__c"]).ShouldBe(Enumerable.Repeat("Attended", 60));

        (await host.ImportAsync(request)).Counts.ShouldBe(new ImportCounts { Rows = 60, Unchanged = 60, LinkedBefore = 120 });
        world.Salesforce.Count("Webinar_Member__c").ShouldBe(60);
        (await host.ImportAsync(new(webinar, Documents.Lead(CampaignLink.CampaignMembers)) { CampaignId = campaign })).Counts.Linked.ShouldBe(60);
    }

    [Fact]
    [Requirement("WBN-06")]
    public async Task CustomObjects_StandAmongWebexWebinarCampaignMembersAlone()
    {
        await using var world = await World.StartAsync();
        await using var host = await HostAsync(world, 1_000);
        var campaign = Campaign(world);
        var webinar = world.AddWebinar(10);

        (await host.ImportAsync(new(webinar, Documents.Custom("Visitor__c", campaign: CampaignLink.WebexWebinarCampaignMembers)) { CampaignId = campaign })).Counts.Linked.ShouldBe(10);
        (await host.TryImportAsync(new(webinar, Documents.Custom("Visitor__c", campaign: CampaignLink.CampaignMembers)) { CampaignId = campaign })).IsAccepted.ShouldBeFalse();
    }

    [Fact]
    [Requirement("WBN-06")]
    public async Task WhatStandsInTheWay_IsToldBeforeTheImport()
    {
        await using var world = await World.StartAsync();
        await using var host = await HostAsync(world, 1_000, version: new(1, 15));
        var campaign = Campaign(world);
        var webinar = world.AddWebinar(1);

        await RefusedAsync("webinars.campaign-missing", CampaignLink.WebexWebinarCampaignMembers, null);
        await RefusedAsync("webinars.campaign-not-found", CampaignLink.WebexWebinarCampaignMembers, "701000000000000AAA");
        await RefusedAsync("webinars.campaign-status-unknown", CampaignLink.WebexWebinarCampaignMembers, campaign, "Asleep");
        await RefusedAsync("mapping.campaign-needs-version", CampaignLink.Both, campaign);

        async Task RefusedAsync(string code, CampaignLink link, string? id, string? status = null) =>
            (await host.TryImportAsync(new(webinar, Documents.Contact(campaign: link)) { CampaignId = id, CampaignStatus = status })).Refusal!.Code.ShouldEndWith(code.Split('.')[1]);
    }

    private static string Campaign(World world)
    {
        var campaign = world.Salesforce.AddRecord("Campaign", ("Name", "Spring"));
        world.Salesforce.AddRecord("CampaignMemberStatus", ("CampaignId", campaign), ("Label", "Attended"), ("SortOrder", 5));
        return campaign;
    }

    private static Task<ImportHost> HostAsync(World world, int threshold, Version? version = null)
    {
        world.AddObject("Visitor__c");
        world.Salesforce.AddObject(
            "Webinar_Member__c",
            "Webinar Member",
            "aZ9",
            SalesforceField.Text("Name", 80),
            SalesforceField.Text("Status__c", 40),
            SalesforceField.Reference("Campaign__c", "Campaign__r", "Campaign"),
            SalesforceField.Reference("Contact__c", "Contact__r", "Contact"),
            SalesforceField.Reference("Lead__c", "Lead__r", "Lead"),
            SalesforceField.Reference("Visitor__c", "Visitor__r", "Visitor__c"));
        return ImportHost.StartAsync(
            world,
            configure: options =>
            {
                options.BulkThreshold = threshold;
                options.PackageVersion = version;
            },
            salesforce: options =>
            {
                var members = options.Webinars.WebinarCampaignMembers;
                members.ObjectName = "Webinar_Member__c";
                members.CampaignField = "Campaign__c";
                members.StatusField = "Status__c";
                members.ContactField = "Contact__c";
                members.LeadField = "Lead__c";
                members.RecordFields["Visitor__c"] = "Visitor__c";
            });
    }
}
