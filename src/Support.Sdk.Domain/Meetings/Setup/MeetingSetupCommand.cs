namespace Support.Sdk.Meetings;

/// <summary>What can be asked of the set-up. The set is closed.</summary>
public abstract record MeetingSetupCommand
{
    private protected MeetingSetupCommand()
    {
    }

    /// <summary>The extension was installed.</summary>
    public sealed record Install : MeetingSetupCommand;

    /// <summary>The extension was removed; everything configured goes with it.</summary>
    public sealed record Uninstall : MeetingSetupCommand;

    /// <summary>Links the extension to a site of the provider.</summary>
    /// <param name="Site">The site's host name, such as <c>acme.webex.com</c>.</param>
    public sealed record LinkSite(string Site) : MeetingSetupCommand;

    /// <summary>Removes the link to the site.</summary>
    public sealed record UnlinkSite : MeetingSetupCommand;

    /// <summary>The site's administrator enabled the extension.</summary>
    public sealed record EnableExtension : MeetingSetupCommand;

    /// <summary>The site's administrator disabled the extension.</summary>
    public sealed record DisableExtension : MeetingSetupCommand;

    /// <summary>The provider's administrator signed in.</summary>
    public sealed record SignInAdministrator : MeetingSetupCommand;

    /// <summary>Enables meetings for all users; refused until the administrator has signed in.</summary>
    public sealed record EnableMeetings : MeetingSetupCommand;

    /// <summary>Disables meetings for all users.</summary>
    public sealed record DisableMeetings : MeetingSetupCommand;

    /// <summary>Switches logging on or off for all profiles and users.</summary>
    /// <param name="Enabled">On or off.</param>
    public sealed record ConfigureLogging(bool Enabled) : MeetingSetupCommand;

    /// <summary>Sets the ranges of the meeting lists.</summary>
    /// <param name="PastDays">How many past days: 0 to 365.</param>
    /// <param name="UpcomingDays">How many upcoming days: 0 to 365.</param>
    public sealed record ConfigureLists(int PastDays, int UpcomingDays) : MeetingSetupCommand;
}
