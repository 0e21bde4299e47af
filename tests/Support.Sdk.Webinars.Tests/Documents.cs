namespace Support.Sdk.Webinars.Tests;

/// <summary>Mappings of the tests.</summary>
internal static class Documents
{
    public static WebinarMapping Contact(InsertMode mode = InsertMode.Upsert, CampaignLink campaign = CampaignLink.None) => Person("Contact", mode, campaign);

    public static WebinarMapping Lead(CampaignLink campaign = CampaignLink.None) => Person("Lead", InsertMode.Upsert, campaign, """, { "field": "Company", "source": "companyName" }""");

    public static WebinarMapping Custom(string name, InsertMode mode = InsertMode.Upsert, CampaignLink campaign = CampaignLink.None) => Parse($$"""
        {
          "version": 1, "object": "{{name}}", "primaryKey": "Email__c", "insertMode": "{{ModeOf(mode)}}", "campaign": "{{LinkOf(campaign)}}",
          "fields": [
            { "field": "Email__c", "source": "email" },
            { "field": "LastName__c", "source": "lastName" },
            { "field": "Title__c", "source": "jobTitle" }
          ]
        }
        """);

    private static WebinarMapping Person(string name, InsertMode mode, CampaignLink campaign, string more = "") => Parse($$"""
        {
          "version": 1, "object": "{{name}}", "primaryKey": "Email", "insertMode": "{{ModeOf(mode)}}", "campaign": "{{LinkOf(campaign)}}",
          "fields": [
            { "field": "Email", "source": "email" },
            { "field": "FirstName", "source": "firstName" },
            { "field": "LastName", "source": "lastName" },
            { "field": "Title", "source": "jobTitle", "policy": "ifEmpty" }{{more}}
          ]
        }
        """);

    private static string ModeOf(InsertMode mode) => mode == InsertMode.Upsert ? "upsert" : "insertNewForEachWebinar";

    private static string LinkOf(CampaignLink link) => link switch
    {
        CampaignLink.CampaignMembers => "campaignMembers",
        CampaignLink.WebexWebinarCampaignMembers => "webexWebinarCampaignMembers",
        CampaignLink.Both => "both",
        _ => "none",
    };

    private static WebinarMapping Parse(string json) => WebinarMapping.Parse(System.Text.Encoding.UTF8.GetBytes(json));
}
