namespace Support.Sdk.Webex.Meetings;

/// <summary>A user's video systems.</summary>
public sealed record VideoPreferences
{
    /// <summary>The systems.</summary>
    public IReadOnlyList<VideoDevice>? VideoDevices { get; init; }
}
