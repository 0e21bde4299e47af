namespace Support.Sdk.Webinars;

/// <summary>How imported records are linked to a campaign (WBN-06).</summary>
public enum CampaignLink
{
    /// <summary>Not at all. In JSON <c>none</c>.</summary>
    None,

    /// <summary>As Campaign Members, Salesforce's own; needs version 1.16 of the Webex package. Contacts and Leads only. In JSON <c>campaignMembers</c>.</summary>
    CampaignMembers,

    /// <summary>As Webex Webinar Campaign Members, the Webex package's own; the only link for custom objects. In JSON <c>webexWebinarCampaignMembers</c>.</summary>
    WebexWebinarCampaignMembers,

    /// <summary>As both; needs version 1.16 of the Webex package. Contacts and Leads only. In JSON <c>both</c>.</summary>
    Both,
}
