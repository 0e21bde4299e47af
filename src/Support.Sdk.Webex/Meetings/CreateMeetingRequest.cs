using System.Globalization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The order for a meeting.</summary>
/// <remarks>Fact sheet, section 3.4. The service checks what is allowed together.</remarks>
public sealed record CreateMeetingRequest : MeetingSettings
{
    /// <summary>Whether it is the instant meeting of the space <see cref="RoomId"/>.</summary>
    public bool? Adhoc { get; init; }

    /// <summary>The space it belongs to; needs the scope <c>spark:all</c>.</summary>
    public string? RoomId { get; init; }

    /// <summary>The template it is made from.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The agenda, up to 1300 characters.</summary>
    public string? Agenda { get; init; }

    /// <summary>When it starts; seconds are dropped by the service.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ends; 10 minutes to 23 hours 59 minutes after the start.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>RFC 2445 rule, such as <c>FREQ=DAILY;COUNT=10;INTERVAL=1</c>.</summary>
    public string? Recurrence { get; init; }

    /// <summary>What is scheduled; the service takes an ordinary meeting by default.</summary>
    public ScheduledType? ScheduledType { get; init; }

    /// <summary>Who is invited; up to 1000.</summary>
    public IReadOnlyList<MeetingInviteeEntry>? Invitees { get; init; }

    /// <summary>Whether the service mails host and invitees; it does by default.</summary>
    public bool? SendEmail { get; init; }

    /// <summary>Another user who is to be the host; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The site; by default the user's.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The registration form.</summary>
    public MeetingRegistration? Registration { get; init; }

    /// <summary>Interpretation.</summary>
    public SimultaneousInterpretation? SimultaneousInterpretation { get; init; }

    /// <summary>Breakout sessions.</summary>
    public IReadOnlyList<BreakoutSession>? BreakoutSessions { get; init; }

    /// <summary>Tracking codes.</summary>
    public IReadOnlyList<TrackingCode>? TrackingCodes { get; init; }

    /// <summary>Title and Start and End; nothing secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"CreateMeetingRequest {{ Title = {Title}, Start = {Start}, End = {End} }}");

    /// <summary>The order for a meeting at a time.</summary>
    /// <param name="title">The topic.</param>
    /// <param name="start">When it starts.</param>
    /// <param name="end">When it ends.</param>
    /// <exception cref="ArgumentException"><paramref name="title"/> is empty or white space.</exception>
    public static CreateMeetingRequest Scheduled(string title, DateTimeOffset start, DateTimeOffset end)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        return new() { Title = title, Start = start, End = end };
    }

    /// <summary>The order for the instant meeting of a space: the running one when there is one. Its id and number must not be kept.</summary>
    /// <param name="roomId">The space.</param>
    /// <exception cref="ArgumentException"><paramref name="roomId"/> is empty or white space.</exception>
    public static CreateMeetingRequest AdHoc(string roomId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(roomId);
        return new() { Adhoc = true, RoomId = roomId };
    }
}
