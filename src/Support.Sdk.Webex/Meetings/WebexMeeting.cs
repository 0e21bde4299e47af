using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webex.Meetings;

/// <summary>A meeting: a series, an occurrence or an instance.</summary>
/// <remarks>Immutable and thread-safe. Nearly everything may be missing, depending on the state (fact sheet, section 3.3).</remarks>
public sealed record WebexMeeting : MeetingSettings
{
    /// <summary>The id: of the series <c>870f…0402</c>, of an occurrence <c>…_20191101T120000Z</c>, of an instance <c>…_I_194316955237236650</c>.</summary>
    public string Id { get; init; } = "";

    /// <summary>The series it belongs to; not on a series itself.</summary>
    public string? MeetingSeriesId { get; init; }

    /// <summary>The occurrence an instance belongs to.</summary>
    public string? ScheduledMeetingId { get; init; }

    /// <summary>The number to dial or type; not on ended instances.</summary>
    public string? MeetingNumber { get; init; }

    /// <summary>The agenda.</summary>
    public string? Agenda { get; init; }

    /// <summary>The numeric password. A secret: never log it.</summary>
    public string? PhoneAndVideoSystemPassword { get; init; }

    /// <summary>Which kind of object this is.</summary>
    public MeetingType MeetingType { get; init; }

    /// <summary>How it stands.</summary>
    public MeetingState State { get; init; }

    /// <summary>Whether the host has joined.</summary>
    public bool? HostDidJoin { get; init; }

    /// <summary>Whether anybody has joined.</summary>
    public bool? AttendeeDidJoin { get; init; }

    /// <summary>Whether this occurrence differs from its series.</summary>
    public bool? IsModified { get; init; }

    /// <summary>When it starts by plan; of an instance, when it was started.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>When it ends by plan; of an ended instance, when it ended; not on running ones.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>RFC 2445 rule; on series only.</summary>
    public string? Recurrence { get; init; }

    /// <summary>The host's id.</summary>
    public string? HostUserId { get; init; }

    /// <summary>The host's name.</summary>
    public string? HostDisplayName { get; init; }

    /// <summary>The host's e-mail address.</summary>
    public string? HostEmail { get; init; }

    /// <summary>The host key. A secret: never log it.</summary>
    public string? HostKey { get; init; }

    /// <summary>The site, such as <c>example.webex.com</c>.</summary>
    public string? SiteUrl { get; init; }

    /// <summary>The link for everybody.</summary>
    public string? WebLink { get; init; }

    /// <summary>Where people register.</summary>
    public string? RegisterLink { get; init; }

    /// <summary>The SIP address.</summary>
    public string? SipAddress { get; init; }

    /// <summary>The address for video systems.</summary>
    public string? DialInIpAddress { get; init; }

    /// <summary>The space it belongs to.</summary>
    public string? RoomId { get; init; }

    /// <summary>What is scheduled.</summary>
    public ScheduledType? ScheduledType { get; init; }

    /// <summary>Webinars only: the panelists' numeric password. A secret: never log it.</summary>
    public string? PhoneAndVideoSystemPanelistPassword { get; init; }

    /// <summary>Ended instances only: chat was used.</summary>
    public bool? HasChat { get; init; }

    /// <summary>Ended instances only: it was recorded.</summary>
    public bool? HasRecording { get; init; }

    /// <summary>Ended instances only: there is a transcript.</summary>
    public bool? HasTranscription { get; init; }

    /// <summary>Ended instances only: there is a summary.</summary>
    public bool? HasSummary { get; init; }

    /// <summary>Ended instances only: there are captions.</summary>
    public bool? HasClosedCaption { get; init; }

    /// <summary>Ended instances only: there were polls.</summary>
    public bool? HasPolls { get; init; }

    /// <summary>Ended instances only: there were questions.</summary>
    public bool? HasQA { get; init; }

    /// <summary>Ended instances only: Slido was used.</summary>
    public bool? HasSlido { get; init; }

    /// <summary>Whether people register.</summary>
    public bool? HasRegistration { get; init; }

    /// <summary>Whether anybody has registered.</summary>
    public bool? HasRegistrants { get; init; }

    /// <summary>Whether there is a survey.</summary>
    public bool? HasPostEventSurvey { get; init; }

    /// <summary>How it is joined by telephone.</summary>
    public Telephony? Telephony { get; init; }

    /// <summary>The registration form.</summary>
    public MeetingRegistration? Registration { get; init; }

    /// <summary>Interpretation.</summary>
    public SimultaneousInterpretation? SimultaneousInterpretation { get; init; }

    /// <summary>Related resources.</summary>
    public IReadOnlyList<MeetingLink>? Links { get; init; }

    /// <summary>Tracking codes.</summary>
    public IReadOnlyList<TrackingCode>? TrackingCodes { get; init; }

    /// <summary>Fields that could not be given, by name, although the item itself was found; <see langword="null"/> when all could.</summary>
    [JsonConverter(typeof(FieldFailuresConverter))]
    public IReadOnlyDictionary<string, FieldFailure>? Errors { get; init; }

    /// <summary>What the vendor sent besides, by its name on the wire; <see langword="null"/> when nothing.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>Id and MeetingType and State; nothing secret.</summary>
    public override string ToString() => $"WebexMeeting {{ Id = {Id}, MeetingType = {MeetingType}, State = {State} }}";
}
