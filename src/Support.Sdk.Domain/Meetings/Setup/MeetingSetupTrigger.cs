namespace Support.Sdk.Meetings;

/// <summary>What can befall the set-up.</summary>
public enum MeetingSetupTrigger
{
    /// <summary>The extension was installed.</summary>
    Install,

    /// <summary>The extension was removed.</summary>
    Uninstall,

    /// <summary>The extension was linked to a site.</summary>
    LinkSite,

    /// <summary>The link to the site was removed.</summary>
    UnlinkSite,

    /// <summary>The site's administrator enabled the extension.</summary>
    EnableExtension,

    /// <summary>The site's administrator disabled the extension.</summary>
    DisableExtension,

    /// <summary>The provider's administrator signed in.</summary>
    SignInAdministrator,

    /// <summary>Meetings are enabled for all users.</summary>
    EnableMeetings,

    /// <summary>Meetings are disabled for all users.</summary>
    DisableMeetings,

    /// <summary>Logging is switched on or off for all profiles and users.</summary>
    ConfigureLogging,

    /// <summary>The ranges of the meeting lists are set.</summary>
    ConfigureLists,
}
