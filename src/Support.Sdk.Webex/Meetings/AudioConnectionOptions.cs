namespace Support.Sdk.Webex.Meetings;

/// <summary>How a meeting is heard.</summary>
/// <remarks>What is <see langword="null"/> is left to the site.</remarks>
public sealed record AudioConnectionOptions
{
    /// <summary>How people connect.</summary>
    public AudioConnectionType? AudioConnectionType { get; init; }

    /// <summary>Toll-free call-in.</summary>
    public bool? EnabledTollFreeCallIn { get; init; }

    /// <summary>Global call-in.</summary>
    public bool? EnabledGlobalCallIn { get; init; }

    /// <summary>Call-back to the audience.</summary>
    public bool? EnabledAudienceCallBack { get; init; }

    /// <summary>What is heard when somebody comes or goes.</summary>
    public EntryAndExitTone? EntryAndExitTone { get; init; }

    /// <summary>Whether the host may unmute others.</summary>
    public bool? AllowHostToUnmuteParticipants { get; init; }

    /// <summary>Whether attendees may unmute themselves.</summary>
    public bool? AllowAttendeeToUnmuteSelf { get; init; }

    /// <summary>Whether attendees are muted as they come.</summary>
    public bool? MuteAttendeeUponEntry { get; init; }
}
