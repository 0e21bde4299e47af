using Support.Sdk.Http;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The operations of <c>/meetingParticipants</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scope: <c>meeting:participants_read</c>.</remarks>
public class MeetingParticipantsClient
{
    private static readonly VendorOperation List = new("webex.participants.list", RetryMeaning.Safe);
    private static readonly VendorOperation Query = new("webex.participants.query", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.participants.get", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal MeetingParticipantsClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected MeetingParticipantsClient() => _webex = null!;

    /// <summary>Lists the participants of a meeting that runs or has ended.</summary>
    /// <param name="request">Of which meeting.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting, or its time zone cannot stand in a header.</exception>
    public virtual VendorPageable<MeetingParticipant> ListAsync(ListParticipantsRequest request) =>
        _webex.List(ListRequest(request), WebexJson.Default.ItemsPageMeetingParticipant);

    /// <summary>Lists the participants of a meeting as the JSON that the service sent, without an object for each: for many.</summary>
    /// <param name="request">Of which meeting; set a page size of 100.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting, or its time zone cannot stand in a header.</exception>
    /// <remarks>Each item is one complete JSON value in UTF-8, a slice of the page it came with. It may be kept, and then keeps its page in memory.</remarks>
    public virtual VendorPageable<ReadOnlyMemory<byte>> ListRawAsync(ListParticipantsRequest request) => _webex.ListRaw(ListRequest(request));

    /// <summary>Looks participants up by their addresses.</summary>
    /// <param name="request">Which ones, of which meeting.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting or no address, or its time zone cannot stand in a header.</exception>
    public virtual VendorPageable<MeetingParticipant> QueryAsync(QueryParticipantsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.MeetingId);
        if (request.Emails.Count == 0)
        {
            throw new ArgumentException("Emails is empty; name at least one address, or list all participants instead.", nameof(request));
        }

        var path = VendorPath.Of($"meetingParticipants/query")
            .Query("meetingId", request.MeetingId)
            .Query("meetingStartTimeFrom", request.MeetingStartTimeFrom)
            .Query("meetingStartTimeTo", request.MeetingStartTimeTo)
            .Query("hostEmail", request.HostEmail);
        var headers = WebexConnection.MeetingHeaders(request.Timezone, null);
        return _webex.Query(
            () => VendorRequest.Post(Query, path, request, WebexJson.Default.QueryParticipantsRequest) with { Headers = headers },
            WebexJson.Default.ItemsPageMeetingParticipant);
    }

    /// <summary>Reads a participant.</summary>
    /// <param name="participantId">The participant.</param>
    /// <param name="hostEmail">Whose meeting; needs administrator scopes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="participantId"/> is empty.</exception>
    public virtual Task<MeetingParticipant> GetAsync(string participantId, string? hostEmail = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(participantId);
        var path = VendorPath.Of($"meetingParticipants/{participantId}").Query("hostEmail", hostEmail);
        return _webex.SendAsync(VendorRequest.Get(Get, path), WebexJson.Default.MeetingParticipant, cancellationToken);
    }

    private static VendorRequest ListRequest(ListParticipantsRequest request)
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
        return VendorRequest.Get(List, path) with { Headers = WebexConnection.MeetingHeaders(request.Timezone, null) };
    }
}
