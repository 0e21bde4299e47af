using Support.Sdk.Http;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The operations of <c>/meetingParticipants</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scope: <c>meeting:participants_read</c>.</remarks>
public class MeetingParticipantsClient
{
    private static readonly VendorOperation List = new("webex.participants.list", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal MeetingParticipantsClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected MeetingParticipantsClient() => _webex = null!;

    /// <summary>Lists the participants of a meeting that runs or has ended.</summary>
    /// <param name="request">Of which meeting.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting, or its time zone cannot stand in a header.</exception>
    public virtual VendorPageable<MeetingParticipant> ListAsync(ListParticipantsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.MeetingId);
        var path = VendorPath.Of($"meetingParticipants")
            .Query("meetingId", request.MeetingId)
            .Query("max", request.PageSize)
            .Query("breakoutSessionId", request.BreakoutSessionId)
            .Query("meetingStartTimeFrom", request.MeetingStartTimeFrom)
            .Query("meetingStartTimeTo", request.MeetingStartTimeTo)
            .Query("hostEmail", request.HostEmail)
            .Query("joinTimeFrom", request.JoinTimeFrom)
            .Query("joinTimeTo", request.JoinTimeTo);
        return _webex.List(
            VendorRequest.Get(List, path) with { Headers = WebexConnection.MeetingHeaders(request.Timezone, null) }, WebexJson.Default.ItemsPageMeetingParticipant);
    }
}
