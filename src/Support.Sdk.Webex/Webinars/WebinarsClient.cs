using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Webinars: the operations of <c>/meetings</c>, asked for webinars.</summary>
/// <remarks>
/// Immutable and thread-safe. Throws as <see cref="WebexClient"/> says. Scope: <c>meeting:schedules_read</c>. A webinar is a series (fact sheet, section 3.1):
/// registration form, registrants and invitees are those of its <see cref="WebexMeeting.Id"/>. Each time it is held makes an instance, with participants of its
/// own, whose <see cref="WebexMeeting.MeetingSeriesId"/> leads back to the series.
/// </remarks>
public class WebinarsClient
{
    private readonly MeetingsClient _meetings;

    internal WebinarsClient(MeetingsClient meetings) => _meetings = meetings;

    /// <summary>For mocks.</summary>
    protected WebinarsClient() => _meetings = null!;

    /// <summary>Lists the webinars that are scheduled within a range, past or to come, as series.</summary>
    /// <param name="request">The range.</param>
    /// <exception cref="ArgumentException">The range ends before it begins, or the time zone cannot stand in a header.</exception>
    /// <remarks>A series that overlaps the range is listed, even when it began before. Those over are <see cref="MeetingState.Expired"/>.</remarks>
    public virtual VendorPageable<WebexMeeting> ListAsync(ListWebinarsRequest request) => _meetings.ListAsync(Request(request, MeetingType.MeetingSeries, null));

    /// <summary>Lists the webinars that were held within a range, as ended instances; each can be read some 15 minutes after its end.</summary>
    /// <param name="request">The range.</param>
    /// <exception cref="ArgumentException">The range ends before it begins, or the time zone cannot stand in a header.</exception>
    /// <remarks>The service lists 10,000 instances at most; ask for shorter ranges when there are more.</remarks>
    public virtual VendorPageable<WebexMeeting> ListHeldAsync(ListWebinarsRequest request) =>
        _meetings.ListAsync(Request(request, MeetingType.Meeting, MeetingState.Ended));

    /// <summary>Reads a webinar.</summary>
    /// <param name="meetingId">The id of a series, an occurrence or an instance.</param>
    /// <param name="request">How to read it; <see langword="null"/> for the webinar as such.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException"><paramref name="meetingId"/> is empty, or the time zone or password cannot stand in a header.</exception>
    public virtual Task<WebexMeeting> GetAsync(string meetingId, GetMeetingRequest? request = null, CancellationToken cancellationToken = default) =>
        _meetings.GetAsync(meetingId, request, cancellationToken);

    private static ListMeetingsRequest Request(ListWebinarsRequest request, MeetingType type, MeetingState? state)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.To < request.From)
        {
            throw new ArgumentException("To lies before From; give a range that ends after it begins.", nameof(request));
        }

        return new ListMeetingsRequest
        {
            ScheduledType = ScheduledType.Webinar,
            MeetingType = type,
            State = state,
            From = request.From,
            To = request.To,
            PageSize = request.PageSize,
            HostEmail = request.HostEmail,
            SiteUrl = request.SiteUrl,
            Timezone = request.Timezone,
        };
    }
}
