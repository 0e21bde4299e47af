using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex.Webinars;

/// <summary>The operations of <c>/meetings/{meetingId}/registration</c> and <c>/meetings/{meetingId}/registrants</c>.</summary>
/// <remarks>
/// Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scope: <c>meeting:schedules_read</c>; registrants are for the host and cohosts. The service
/// takes ids of series only (fact sheet, section 3.8).
/// </remarks>
public class RegistrantsClient
{
    private static readonly VendorOperation Form = new("webex.registrants.form", RetryMeaning.Safe);
    private static readonly VendorOperation List = new("webex.registrants.list", RetryMeaning.Safe);
    private static readonly VendorOperation Query = new("webex.registrants.query", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.registrants.get", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal RegistrantsClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected RegistrantsClient() => _webex = null!;

    /// <summary>Reads the registration form: standard fields, the host's own questions, rules.</summary>
    /// <param name="meetingId">The series.</param>
    /// <param name="of">On whose behalf; <see langword="null"/> for the caller's own webinar.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty.</exception>
    public virtual Task<MeetingRegistration> GetFormAsync(string meetingId, RegistrationOf? of = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        var path = VendorPath.Of($"meetings/{meetingId}/registration").Query("current", of?.Current).Query("hostEmail", of?.HostEmail);
        return _webex.SendAsync(VendorRequest.Get(Form, path), WebexJson.Default.MeetingRegistration, cancellationToken);
    }

    /// <summary>Lists the registrants of a webinar, whatever their status.</summary>
    /// <param name="request">Of which webinar.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no webinar.</exception>
    public virtual VendorPageable<MeetingRegistrant> ListAsync(ListRegistrantsRequest request) =>
        _webex.List(VendorRequest.Get(List, ListPath(request)), WebexJson.Default.ItemsPageMeetingRegistrant);

    /// <summary>Lists the registrants of a webinar as the JSON that the service sent, without an object for each: for many.</summary>
    /// <param name="request">Of which webinar; set a page size of 100.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no webinar.</exception>
    /// <remarks>Each item is one complete JSON value in UTF-8, a slice of the page it came with. It may be kept, and then keeps its page in memory.</remarks>
    public virtual VendorPageable<ReadOnlyMemory<byte>> ListRawAsync(ListRegistrantsRequest request) => _webex.ListRaw(VendorRequest.Get(List, ListPath(request)));

    /// <summary>Looks registrants up by their addresses.</summary>
    /// <param name="request">Which ones, of which webinar.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names no webinar or no address.</exception>
    public virtual VendorPageable<MeetingRegistrant> QueryAsync(QueryRegistrantsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.MeetingId);
        if (request.Emails.Count == 0)
        {
            throw new ArgumentException("Emails is empty; name at least one address, or list all registrants instead.", nameof(request));
        }

        var path = VendorPath.Of($"meetings/{request.MeetingId}/registrants/query")
            .Query("max", request.PageSize)
            .Query("current", request.Current)
            .Query("hostEmail", request.HostEmail);
        return _webex.Query(() => VendorRequest.Post(Query, path, request, WebexJson.Default.QueryRegistrantsRequest), WebexJson.Default.ItemsPageMeetingRegistrant);
    }

    /// <summary>Reads a registrant.</summary>
    /// <param name="meetingId">The series.</param>
    /// <param name="registrantId">The registrant.</param>
    /// <param name="of">On whose behalf; <see langword="null"/> for the caller's own webinar.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    public virtual Task<MeetingRegistrant> GetAsync(
        string meetingId, string registrantId, RegistrationOf? of = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        ArgumentException.ThrowIfNullOrWhiteSpace(registrantId);
        var path = VendorPath.Of($"meetings/{meetingId}/registrants/{registrantId}").Query("current", of?.Current).Query("hostEmail", of?.HostEmail);
        return _webex.SendAsync(VendorRequest.Get(Get, path), WebexJson.Default.MeetingRegistrant, cancellationToken);
    }

    private static VendorPath ListPath(ListRegistrantsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.MeetingId);
        return VendorPath.Of($"meetings/{request.MeetingId}/registrants")
            .Query("max", request.PageSize)
            .Query("hostEmail", request.HostEmail)
            .Query("current", request.Current)
            .Query("email", request.Email)
            .Query("registrationTimeFrom", request.RegistrationTimeFrom)
            .Query("registrationTimeTo", request.RegistrationTimeTo);
    }
}
