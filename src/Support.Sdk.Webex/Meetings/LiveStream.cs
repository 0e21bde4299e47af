namespace Support.Sdk.Webex.Meetings;

/// <summary>Where a meeting is streamed to.</summary>
public sealed record LiveStream
{
    /// <summary>The service.</summary>
    public string? Destination { get; init; }

    /// <summary>The ingest address. Often holds a stream key: never log it.</summary>
    public string? RtmpUrl { get; init; }

    /// <summary>Where it is watched.</summary>
    public string? StreamUrl { get; init; }

    /// <summary><c>grid</c>, <c>stack</c> or <c>focus</c>.</summary>
    public string? LayoutWithoutSharedContent { get; init; }

    /// <summary><c>stack</c>, <c>focusedContentWithActiveSpeaker</c> or <c>focusedContent</c>.</summary>
    public string? LayoutWithSharedContent { get; init; }

    /// <summary>Whether the layout may be changed during the meeting.</summary>
    public bool? AllowChangeLayoutInMeeting { get; init; }

    /// <summary>Whether it follows the stage.</summary>
    public bool? FollowStageLayoutWhenSynced { get; init; }

    /// <summary>Such as <c>1920x1080</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>Destination; nothing secret.</summary>
    public override string ToString() => $"LiveStream {{ Destination = {Destination} }}";
}
