namespace Support.Sdk.Webinars;

/// <summary>One of the writes of a chunk, in their order.</summary>
public enum ImportStep
{
    /// <summary>New records are made.</summary>
    InsertRecords,

    /// <summary>Records are changed.</summary>
    UpdateRecords,

    /// <summary>Campaign Members are made.</summary>
    InsertCampaignMembers,

    /// <summary>Campaign Members get another status.</summary>
    UpdateCampaignMembers,

    /// <summary>Webex Webinar Campaign Members are made.</summary>
    InsertWebexWebinarCampaignMembers,

    /// <summary>Webex Webinar Campaign Members are changed.</summary>
    UpdateWebexWebinarCampaignMembers,
}
