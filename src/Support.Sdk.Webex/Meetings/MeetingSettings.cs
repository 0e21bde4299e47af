namespace Support.Sdk.Webex.Meetings;

/// <summary>What a meeting, the order for one and a change of one have in common.</summary>
/// <remarks>Immutable and thread-safe. What is <see langword="null"/> is not sent, or was not given: instances that run or have ended lack most of it (fact sheet, section 3.3).</remarks>
public abstract record MeetingSettings
{
    private protected MeetingSettings()
    {
    }

    /// <summary>The topic; required for a new meeting, unless it is ad hoc or made from a template.</summary>
    public string? Title { get; init; }

    /// <summary>The password. A secret: never log it. <see langword="null"/> in a request lets the service make one.</summary>
    public string? Password { get; init; }

    /// <summary>IANA name of the time zone; the service takes <c>UTC</c> by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>Whether it is recorded from the start.</summary>
    public bool? EnabledAutoRecordMeeting { get; init; }

    /// <summary>Whether anybody with a host account becomes cohost.</summary>
    public bool? AllowAnyUserToBeCoHost { get; init; }

    /// <summary>Whether people may join before the host.</summary>
    public bool? EnabledJoinBeforeHost { get; init; }

    /// <summary>Whether they may connect to audio before the host.</summary>
    public bool? EnableConnectAudioBeforeHost { get; init; }

    /// <summary>How many minutes before the start people may join; the site's set of values counts.</summary>
    public int? JoinBeforeHostMinutes { get; init; }

    /// <summary>Whether mails leave the password out.</summary>
    public bool? ExcludePassword { get; init; }

    /// <summary>Whether it is listed publicly.</summary>
    public bool? PublicMeeting { get; init; }

    /// <summary>Minutes before the start at which the host is reminded.</summary>
    public int? ReminderTime { get; init; }

    /// <summary>How people without an account get in.</summary>
    public UnlockedMeetingJoinSecurity? UnlockedMeetingJoinSecurity { get; init; }

    /// <summary>The session type; needed for webinars (fact sheet, section 3.4).</summary>
    public int? SessionTypeId { get; init; }

    /// <summary>Webinars only: webcast view.</summary>
    public bool? EnabledWebcastView { get; init; }

    /// <summary>Webinars only: the panelists' password. A secret: never log it.</summary>
    public string? PanelistPassword { get; init; }

    /// <summary>Whether it locks itself.</summary>
    public bool? EnableAutomaticLock { get; init; }

    /// <summary>Minutes after the start at which it locks itself.</summary>
    public int? AutomaticLockMinutes { get; init; }

    /// <summary>Whether the first with a host account becomes cohost.</summary>
    public bool? AllowFirstUserToBeCoHost { get; init; }

    /// <summary>Whether the organisation's devices may join without a lobby.</summary>
    public bool? AllowAuthenticatedDevices { get; init; }

    /// <summary>What can be used.</summary>
    public MeetingOptions? MeetingOptions { get; init; }

    /// <summary>What attendees may do.</summary>
    public AttendeePrivileges? AttendeePrivileges { get; init; }

    /// <summary>Keys of the caller's own, by which it finds the meeting again: at most 3, of at most 64 characters; seen by the integration that set them only.</summary>
    public IReadOnlyList<string>? IntegrationTags { get; init; }

    /// <summary>Whether there are breakout sessions.</summary>
    public bool? EnabledBreakoutSessions { get; init; }

    /// <summary>Audio watermark.</summary>
    public bool? EnabledAudioWatermark { get; init; }

    /// <summary>Visual watermark.</summary>
    public bool? EnabledVisualWatermark { get; init; }

    /// <summary>Its opacity in percent.</summary>
    public int? VisualWatermarkOpacity { get; init; }

    /// <summary>How it is heard.</summary>
    public AudioConnectionOptions? AudioConnectionOptions { get; init; }

    /// <summary>Whether attendees must sign in.</summary>
    public bool? RequireAttendeeLogin { get; init; }

    /// <summary>Whether invitees only may join.</summary>
    public bool? RestrictToInvitees { get; init; }

    /// <summary>Whether it is streamed.</summary>
    public bool? EnabledLiveStream { get; init; }

    /// <summary>Where to.</summary>
    public LiveStream? LiveStream { get; init; }
}
