namespace Support.Sdk.Webex.Meetings;

/// <summary>Why a meeting is ended.</summary>
public sealed record EndMeetingRequest
{
    /// <summary>The reason, or <see langword="null"/>.</summary>
    public string? Reason { get; init; }
}
