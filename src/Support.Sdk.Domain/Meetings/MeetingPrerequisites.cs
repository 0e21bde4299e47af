namespace Support.Sdk.Meetings;

/// <summary>The facts on which meetings depend before anything else (MTG-02, MTG-15), as found just before the command.</summary>
public sealed record MeetingPrerequisites
{
    /// <summary>Everything is in place, with no limits of duration.</summary>
    public static MeetingPrerequisites Met { get; } = new();

    /// <summary>Whether the extension is installed in the work item's system.</summary>
    public bool ExtensionInstalled { get; init; } = true;

    /// <summary>Whether the extension is linked to a site of the provider.</summary>
    public bool SiteLinked { get; init; } = true;

    /// <summary>Whether the site's administrator has enabled the extension.</summary>
    public bool ExtensionEnabled { get; init; } = true;

    /// <summary>Whether meetings are enabled for the users (MTG-15).</summary>
    public bool MeetingsEnabled { get; init; } = true;

    /// <summary>Whether somebody has to sign in to the provider (again).</summary>
    public bool ReauthorizationRequired { get; init; }

    /// <summary>Whether the host's account is restricted.</summary>
    public bool AccountRestricted { get; init; }

    /// <summary>Whether the host has a Personal Room.</summary>
    public bool HasPersonalRoom { get; init; } = true;

    /// <summary>The shortest meeting that the provider makes; zero when it has no limit.</summary>
    public TimeSpan MinimumDuration { get; init; }

    /// <summary>The longest meeting that the provider makes.</summary>
    public TimeSpan MaximumDuration { get; init; } = TimeSpan.MaxValue;
}
