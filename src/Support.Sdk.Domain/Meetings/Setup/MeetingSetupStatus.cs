namespace Support.Sdk.Meetings;

/// <summary>How far the extension is set up for an account of a work item system.</summary>
public enum MeetingSetupStatus
{
    /// <summary>The extension is not installed.</summary>
    NotInstalled,

    /// <summary>Installed, not linked to a site of the provider.</summary>
    Installed,

    /// <summary>Linked; the site's administrator has not enabled it.</summary>
    Linked,

    /// <summary>Enabled by the site's administrator.</summary>
    Enabled,
}
