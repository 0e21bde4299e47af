namespace Support.Sdk.Webinars;

/// <summary>What links a record to a campaign.</summary>
public enum MembershipAction
{
    /// <summary>A membership is made.</summary>
    Create,

    /// <summary>The membership that is there gets another status, the only field that can be changed (Salesforce fact sheet, section 5.3).</summary>
    UpdateStatus,

    /// <summary>The membership stays as it is.</summary>
    Keep,
}
