using Support.Sdk.Http;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The operations of <c>/meetingInvitees</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Inviting somebody twice meets 409.</remarks>
public class MeetingInviteesClient
{
    private static readonly VendorOperation List = new("webex.invitees.list", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.invitees.get", RetryMeaning.Safe);
    private static readonly VendorOperation Create = new("webex.invitees.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation CreateMany = new("webex.invitees.create-many", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation Update = new("webex.invitees.update", RetryMeaning.Idempotent);
    private static readonly VendorOperation Delete = new("webex.invitees.delete", RetryMeaning.Idempotent);
    private readonly WebexConnection _webex;

    internal MeetingInviteesClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected MeetingInviteesClient() => _webex = null!;

    /// <summary>Lists the invitees of a meeting.</summary>
    /// <param name="request">Of which meeting.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting.</exception>
    public virtual VendorPageable<MeetingInvitee> ListAsync(ListInviteesRequest request) =>
        _webex.List(VendorRequest.Get(List, ListPath(request)), WebexJson.Default.ItemsPageMeetingInvitee);

    /// <summary>Lists the invitees of a meeting as the JSON that the service sent, without an object for each: for many.</summary>
    /// <param name="request">Of which meeting; set a page size of 100.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no meeting.</exception>
    /// <remarks>Each item is one complete JSON value in UTF-8, a slice of the page it came with. It may be kept, and then keeps its page in memory.</remarks>
    public virtual VendorPageable<ReadOnlyMemory<byte>> ListRawAsync(ListInviteesRequest request) => _webex.ListRaw(VendorRequest.Get(List, ListPath(request)));

    /// <summary>Reads an invitee.</summary>
    /// <param name="meetingInviteeId">The invitee.</param>
    /// <param name="hostEmail">Whose meeting; needs administrator scopes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingInviteeId"/> is empty.</exception>
    public virtual Task<MeetingInvitee> GetAsync(string meetingInviteeId, string? hostEmail = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingInviteeId);
        var path = VendorPath.Of($"meetingInvitees/{meetingInviteeId}").Query("hostEmail", hostEmail);
        return _webex.SendAsync(VendorRequest.Get(Get, path), WebexJson.Default.MeetingInvitee, cancellationToken);
    }

    /// <summary>Invites somebody.</summary>
    /// <param name="request">Whom, to which meeting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<MeetingInvitee> CreateAsync(CreateInviteeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _webex.SendAsync(
            VendorRequest.Post(Create, VendorPath.Of($"meetingInvitees"), request, WebexJson.Default.CreateInviteeRequest),
            WebexJson.Default.MeetingInvitee,
            cancellationToken);
    }

    /// <summary>Invites several people at once.</summary>
    /// <param name="request">Whom, to which meeting; up to 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The invitees.</returns>
    public virtual async Task<IReadOnlyList<MeetingInvitee>> CreateManyAsync(CreateInviteesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var message = VendorRequest.Post(CreateMany, VendorPath.Of($"meetingInvitees/bulkInsert"), request, WebexJson.Default.CreateInviteesRequest);
        return (await _webex.SendAsync(message, WebexJson.Default.ItemsPageMeetingInvitee, cancellationToken).ConfigureAwait(false)).All;
    }

    /// <summary>Changes an invitee of a series or an occurrence.</summary>
    /// <param name="meetingInviteeId">The invitee.</param>
    /// <param name="request">The invitee as it is to be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingInviteeId"/> is empty.</exception>
    public virtual Task<MeetingInvitee> UpdateAsync(string meetingInviteeId, UpdateInviteeRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingInviteeId);
        ArgumentNullException.ThrowIfNull(request);
        return _webex.SendAsync(
            VendorRequest.Put(Update, VendorPath.Of($"meetingInvitees/{meetingInviteeId}"), request, WebexJson.Default.UpdateInviteeRequest),
            WebexJson.Default.MeetingInvitee,
            cancellationToken);
    }

    /// <summary>Removes an invitee of a series or an occurrence.</summary>
    /// <param name="meetingInviteeId">The invitee.</param>
    /// <param name="request">How; <see langword="null"/> for the service's defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingInviteeId"/> is empty.</exception>
    public virtual Task DeleteAsync(string meetingInviteeId, DeleteInviteeRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingInviteeId);
        var path = VendorPath.Of($"meetingInvitees/{meetingInviteeId}").Query("hostEmail", request?.HostEmail).Query("sendEmail", request?.SendEmail);
        return _webex.SendAsync(VendorRequest.Delete(Delete, path), cancellationToken);
    }

    private static VendorPath ListPath(ListInviteesRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.MeetingId);
        return VendorPath.Of($"meetingInvitees")
            .Query("meetingId", request.MeetingId)
            .Query("max", request.PageSize)
            .Query("hostEmail", request.HostEmail)
            .Query("panelist", request.Panelist);
    }
}
