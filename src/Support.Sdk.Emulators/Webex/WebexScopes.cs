namespace Support.Sdk.Emulators.Webex;

/// <summary>The OAuth scopes the emulator knows.</summary>
public static class WebexScopes
{
    /// <summary>What an ordinary user may grant: people, messaging (<c>spark:all</c>) and meetings.</summary>
    public static IReadOnlyList<string> User { get; } =
    [
        "spark:all", "spark:kms", "spark:people_read", "spark:rooms_read", "spark:rooms_write", "spark:memberships_read", "spark:memberships_write",
        "spark:messages_read", "spark:messages_write", "meeting:schedules_read", "meeting:schedules_write", "meeting:preferences_read",
        "meeting:preferences_write", "meeting:participants_read", "meeting:participants_write", "meeting:controls_read", "meeting:controls_write",
        "meeting:recordings_read", "meeting:recordings_write", "meeting:transcripts_read",
    ];

    /// <summary>What only an administrator may grant, to act for others of the organisation.</summary>
    public static IReadOnlyList<string> Administrator { get; } =
    [
        "spark-admin:people_read", "spark-admin:people_write", "meeting:admin_schedule_read", "meeting:admin_schedule_write",
        "meeting:admin_preferences_read", "meeting:admin_preferences_write", "meeting:admin_participants_read", "meeting:admin_config_read",
    ];
}
