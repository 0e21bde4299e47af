namespace Support.Sdk.Webinars;

/// <summary>In which list of a campaign somebody stands (WBN-06).</summary>
public enum MembershipForm
{
    /// <summary>Campaign Members: Salesforce's own.</summary>
    CampaignMember,

    /// <summary>Webex Webinar Campaign Members: the Webex package's own.</summary>
    WebexWebinarCampaignMember,
}
