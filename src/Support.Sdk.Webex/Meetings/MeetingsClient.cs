using System.Net.Http.Headers;
using Support.Sdk.Http;

namespace Support.Sdk.Webex.Meetings;

/// <summary>The operations of <c>/meetings</c>.</summary>
/// <remarks>Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scopes: <c>meeting:schedules_read</c> and <c>_write</c>.</remarks>
public class MeetingsClient
{
    private static readonly VendorOperation Create = new("webex.meetings.create", RetryMeaning.ProbeBeforeRetry);
    private static readonly VendorOperation List = new("webex.meetings.list", RetryMeaning.Safe);
    private static readonly VendorOperation Get = new("webex.meetings.get", RetryMeaning.Safe);
    private static readonly VendorOperation Patch = new("webex.meetings.patch", RetryMeaning.Idempotent);
    private static readonly VendorOperation Delete = new("webex.meetings.delete", RetryMeaning.Idempotent);

    // Ending twice could end what the host has just started again.
    private static readonly VendorOperation End = new("webex.meetings.end", RetryMeaning.ProbeBeforeRetry);

    // Makes links and changes no meeting.
    private static readonly VendorOperation Join = new("webex.meetings.join", RetryMeaning.Safe);
    private readonly WebexConnection _webex;

    internal MeetingsClient(WebexConnection webex) => _webex = webex;

    /// <summary>For mocks.</summary>
    protected MeetingsClient() => _webex = null!;

    /// <summary>Creates a meeting.</summary>
    /// <param name="request">What it is to be.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The meeting, as a series.</returns>
    /// <remarks>
    /// Repeated only when Webex surely did not act. After a failure that <see cref="SupportConnectionException.MayHaveBeenReceived"/> look for the meeting by its
    /// <see cref="MeetingSettings.IntegrationTags"/> before ordering it again.
    /// </remarks>
    public virtual Task<WebexMeeting> CreateAsync(CreateMeetingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _webex.SendAsync(
            VendorRequest.Post(Create, VendorPath.Of($"meetings"), request, WebexJson.Default.CreateMeetingRequest), WebexJson.Default.WebexMeeting, cancellationToken);
    }

    /// <summary>Lists meetings.</summary>
    /// <param name="request">Which ones; <see langword="null"/> for the series of the next 7 days.</param>
    /// <exception cref="ArgumentException">The time zone or password cannot stand in a header.</exception>
    public virtual VendorPageable<WebexMeeting> ListAsync(ListMeetingsRequest? request = null)
    {
        request ??= new ListMeetingsRequest();
        var path = VendorPath.Of($"meetings")
            .Query("meetingNumber", request.MeetingNumber)
            .Query("webLink", request.WebLink)
            .Query("roomId", request.RoomId)
            .Query("meetingSeriesId", request.MeetingSeriesId)
            .Query("max", request.PageSize)
            .Query("from", request.From)
            .Query("to", request.To)
            .Query("meetingType", request.MeetingType?.Value)
            .Query("state", request.State?.Value)
            .Query("scheduledType", request.ScheduledType?.Value)
            .Query("isModified", request.IsModified)
            .Query("hasChat", request.HasChat)
            .Query("hasRecording", request.HasRecording)
            .Query("hasTranscription", request.HasTranscription)
            .Query("hasSummary", request.HasSummary)
            .Query("hasClosedCaption", request.HasClosedCaption)
            .Query("hasPolls", request.HasPolls)
            .Query("hasQA", request.HasQA)
            .Query("hasSlido", request.HasSlido)
            .Query("current", request.Current)
            .Query("hostEmail", request.HostEmail)
            .Query("siteUrl", request.SiteUrl)
            .Query("integrationTag", request.IntegrationTag);
        return _webex.List(
            VendorRequest.Get(List, path) with { Headers = WebexConnection.MeetingHeaders(request.Timezone, request.Password) },
            WebexJson.Default.ItemsPageWebexMeeting);
    }

    /// <summary>Reads a meeting.</summary>
    /// <param name="meetingId">The id of a series, an occurrence or an instance.</param>
    /// <param name="request">How to read it; <see langword="null"/> for the meeting as such.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty, or the time zone or password cannot stand in a header.</exception>
    public virtual Task<WebexMeeting> GetAsync(string meetingId, GetMeetingRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        var path = VendorPath.Of($"meetings/{meetingId}").Query("current", request?.Current).Query("hostEmail", request?.HostEmail);
        return _webex.SendAsync(
            VendorRequest.Get(Get, path) with { Headers = WebexConnection.MeetingHeaders(request?.Timezone, request?.Password) },
            WebexJson.Default.WebexMeeting,
            cancellationToken);
    }

    /// <summary>Changes a series or an occurrence; what is not given stays as it is.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="request">The change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty.</exception>
    public virtual Task<WebexMeeting> PatchAsync(string meetingId, PatchMeetingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        ArgumentNullException.ThrowIfNull(request);
        var message = VendorRequest.Patch(Patch, VendorPath.Of($"meetings/{meetingId}"), request, WebexJson.Default.PatchMeetingRequest);
        message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(_webex.PatchContentType);
        return _webex.SendAsync(message, WebexJson.Default.WebexMeeting, cancellationToken);
    }

    /// <summary>Deletes, which is to say cancels, a series or an occurrence.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="request">How; <see langword="null"/> for the service's defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty.</exception>
    /// <remarks>A repetition after an answer that was lost meets 404.</remarks>
    public virtual Task DeleteAsync(string meetingId, DeleteMeetingRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        var path = VendorPath.Of($"meetings/{meetingId}").Query("hostEmail", request?.HostEmail).Query("sendEmail", request?.SendEmail);
        return _webex.SendAsync(VendorRequest.Delete(Delete, path), cancellationToken);
    }

    /// <summary>Ends a meeting that runs.</summary>
    /// <param name="meetingId">The meeting: a series (its current occurrence), an occurrence or an instance.</param>
    /// <param name="request">Why; <see langword="null"/> for no reason.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty.</exception>
    public virtual Task EndAsync(string meetingId, EndMeetingRequest? request = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(meetingId);
        return _webex.SendAsync(
            VendorRequest.Post(End, VendorPath.Of($"meetings/{meetingId}/end"), request ?? new EndMeetingRequest(), WebexJson.Default.EndMeetingRequest),
            cancellationToken);
    }

    /// <summary>Makes links that lead into a meeting without signing in.</summary>
    /// <param name="request">Whom to let into which meeting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="request"/> names the meeting not exactly once.</exception>
    public virtual Task<MeetingJoinLinks> JoinAsync(JoinMeetingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        string?[] names = [request.MeetingId, request.MeetingNumber, request.WebLink];
        if (names.Count(static name => name is not null) != 1)
        {
            throw new ArgumentException("Set exactly one of MeetingId, MeetingNumber and WebLink.", nameof(request));
        }

        return _webex.SendAsync(
            VendorRequest.Post(Join, VendorPath.Of($"meetings/join"), request, WebexJson.Default.JoinMeetingRequest), WebexJson.Default.MeetingJoinLinks, cancellationToken);
    }
}
