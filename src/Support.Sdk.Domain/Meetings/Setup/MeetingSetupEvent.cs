using System.Text.Json.Serialization;

namespace Support.Sdk.Meetings;

/// <summary>What can happen to the set-up. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Installed), "extension-installed")]
[JsonDerivedType(typeof(Uninstalled), "extension-uninstalled")]
[JsonDerivedType(typeof(SiteLinked), "site-linked")]
[JsonDerivedType(typeof(SiteUnlinked), "site-unlinked")]
[JsonDerivedType(typeof(ExtensionEnabled), "extension-enabled")]
[JsonDerivedType(typeof(ExtensionDisabled), "extension-disabled")]
[JsonDerivedType(typeof(AdministratorSignedIn), "administrator-signed-in")]
[JsonDerivedType(typeof(MeetingsSwitched), "meetings-switched")]
[JsonDerivedType(typeof(LoggingSwitched), "logging-switched")]
[JsonDerivedType(typeof(ListsConfigured), "lists-configured")]
public abstract record MeetingSetupEvent
{
    private protected MeetingSetupEvent()
    {
    }

    /// <summary>The extension was installed.</summary>
    public sealed record Installed : MeetingSetupEvent;

    /// <summary>The extension was removed.</summary>
    public sealed record Uninstalled : MeetingSetupEvent;

    /// <summary>The extension was linked to a site.</summary>
    /// <param name="Site">The site's host name.</param>
    public sealed record SiteLinked(string Site) : MeetingSetupEvent;

    /// <summary>The link to the site was removed.</summary>
    public sealed record SiteUnlinked : MeetingSetupEvent;

    /// <summary>The site's administrator enabled the extension.</summary>
    public sealed record ExtensionEnabled : MeetingSetupEvent;

    /// <summary>The site's administrator disabled the extension.</summary>
    public sealed record ExtensionDisabled : MeetingSetupEvent;

    /// <summary>The provider's administrator signed in.</summary>
    public sealed record AdministratorSignedIn : MeetingSetupEvent;

    /// <summary>Meetings were enabled or disabled for all users.</summary>
    /// <param name="Enabled">Enabled or disabled.</param>
    public sealed record MeetingsSwitched(bool Enabled) : MeetingSetupEvent;

    /// <summary>Logging was switched for all profiles and users.</summary>
    /// <param name="Enabled">On or off.</param>
    public sealed record LoggingSwitched(bool Enabled) : MeetingSetupEvent;

    /// <summary>The ranges of the meeting lists were set.</summary>
    /// <param name="PastDays">How many past days.</param>
    /// <param name="UpcomingDays">How many upcoming days.</param>
    public sealed record ListsConfigured(int PastDays, int UpcomingDays) : MeetingSetupEvent;
}
