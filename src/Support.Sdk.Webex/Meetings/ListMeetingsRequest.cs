using System.Globalization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Which meetings to list.</summary>
/// <remarks>Fact sheet, section 3.7.</remarks>
public sealed record ListMeetingsRequest
{
    /// <summary>The meetings with this number; excludes <see cref="WebLink"/> and <see cref="RoomId"/>, and the service then disregards most other filters.</summary>
    public string? MeetingNumber { get; init; }

    /// <summary>The meetings with this link.</summary>
    public string? WebLink { get; init; }

    /// <summary>The meetings of this space.</summary>
    public string? RoomId { get; init; }

    /// <summary>Occurrences and instances of this series.</summary>
    public string? MeetingSeriesId { get; init; }

    /// <summary>Items per page, 1 to 100; the service takes 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>The beginning of the range, inclusive. The service takes now by default (instances: 7 days ago).</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>The end of the range, exclusive. The service takes 7 days from now by default (instances: now).</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The kind of object; the service takes series by default.</summary>
    public MeetingType? MeetingType { get; init; }

    /// <summary>How they stand.</summary>
    public MeetingState? State { get; init; }

    /// <summary>What is scheduled.</summary>
    public ScheduledType? ScheduledType { get; init; }

    /// <summary>Occurrences only: whether they differ from their series.</summary>
    public bool? IsModified { get; init; }

    /// <summary>Ended instances only: with or without chat.</summary>
    public bool? HasChat { get; init; }

    /// <summary>Ended instances only: with or without recording.</summary>
    public bool? HasRecording { get; init; }

    /// <summary>Ended instances only: with or without transcript.</summary>
    public bool? HasTranscription { get; init; }

    /// <summary>Ended instances only: with or without summary.</summary>
    public bool? HasSummary { get; init; }

    /// <summary>Ended instances only: with or without captions.</summary>
    public bool? HasClosedCaption { get; init; }

    /// <summary>Ended instances only: with or without polls.</summary>
    public bool? HasPolls { get; init; }

    /// <summary>Ended instances only: with or without questions.</summary>
    public bool? HasQA { get; init; }

    /// <summary>Ended instances only: with or without Slido.</summary>
    public bool? HasSlido { get; init; }

    /// <summary>Whether the current occurrence stands for its series; the service does so by default.</summary>
    public bool? Current { get; init; }

    /// <summary>Whose meetings; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The site; by default all of the user's.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The meetings with this key of the caller's own.</summary>
    public string? IntegrationTag { get; init; }

    /// <summary>The password of a protected meeting the caller is not invited to. A secret: never log it.</summary>
    public string? Password { get; init; }

    /// <summary>IANA name of the time zone of the times in the answer; <c>UTC</c> by default.</summary>
    public string? Timezone { get; init; }

    /// <summary>MeetingType and From and To; nothing secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"ListMeetingsRequest {{ MeetingType = {MeetingType}, From = {From}, To = {To} }}");
}
