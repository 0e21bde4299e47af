namespace Support.Sdk.Meetings;

/// <summary>How a meeting stands at its provider.</summary>
public enum ProviderMeetingState
{
    /// <summary>Still to come, or never started within its time.</summary>
    NotStarted,

    /// <summary>Running now.</summary>
    Running,

    /// <summary>Was held and is over.</summary>
    Ended,
}
