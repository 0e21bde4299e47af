namespace Support.Sdk.Meetings;

/// <summary>How meetings are set up for one account of a work item system (MTG-02, MTG-13, MTG-15).</summary>
/// <remarks>Immutable.</remarks>
public sealed record MeetingSetup
{
    /// <summary>Nothing is set up.</summary>
    public static MeetingSetup None { get; } = new();

    /// <summary>How far the extension is set up.</summary>
    public MeetingSetupStatus Status { get; init; }

    /// <summary>The provider's site, such as <c>acme.webex.com</c>; empty when none is linked.</summary>
    public string Site { get; init; } = "";

    /// <summary>Whether the provider's administrator has signed in.</summary>
    public bool AdministratorSignedIn { get; init; }

    /// <summary>Whether meetings are enabled for all users (MTG-15).</summary>
    public bool MeetingsEnabled { get; init; }

    /// <summary>Whether meetings are logged for all profiles and users (MTG-15).</summary>
    public bool LoggingEnabled { get; init; }

    /// <summary>How many past days meeting lists show (MTG-13): 0 to 365, 7 by default.</summary>
    public int PastDays { get; init; } = 7;

    /// <summary>How many upcoming days meeting lists show (MTG-13): 0 to 365, 30 by default.</summary>
    public int UpcomingDays { get; init; } = 30;

    /// <summary>The facts that this set-up contributes to the prerequisites of a meeting (MTG-02).</summary>
    public MeetingPrerequisites ToPrerequisites() => new()
    {
        ExtensionInstalled = Status >= MeetingSetupStatus.Installed,
        SiteLinked = Status >= MeetingSetupStatus.Linked,
        ExtensionEnabled = Status >= MeetingSetupStatus.Enabled,
        MeetingsEnabled = MeetingsEnabled,
    };
}
