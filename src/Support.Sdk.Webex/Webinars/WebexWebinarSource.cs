using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webinars;

namespace Support.Sdk.Webex.Webinars;

/// <summary>Webinars and their participants, from Webex.</summary>
/// <remarks>
/// Thread-safe. Registered under the key <c>webex</c> by <c>AddWebex</c>; <see cref="WebexWebinarOptions"/> say for whom it reads. A webinar's id is that of its series
/// (fact sheet, section 3.1). Lists are given in the order in which Webex has them, which it does not document; it is taken to stay while nobody comes or goes.
/// </remarks>
internal sealed class WebexWebinarSource(IWebexClientFactory clients, IOptionsMonitor<WebexOptions> options, TimeProvider clock) : IWebinarSource
{
    /// <summary>The most that any of the lists gives at once.</summary>
    private const int PageSize = 100;

    /// <summary>A webinar may be opened ahead of its time, and last beyond it.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromDays(7);

    /// <inheritdoc />
    /// <remarks>Webinars to which the account's user is only invited are listed too; Webex lets nobody but host and cohosts read who registered.</remarks>
    public async IAsyncEnumerable<WebinarSummary> ListAsync(
        string account, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var acting = Acting(account);
        var request = new ListWebinarsRequest { From = from, To = to, PageSize = PageSize, HostEmail = acting.HostEmail, SiteUrl = acting.SiteUrl };
        await foreach (var webinar in acting.Client.Webinars.ListAsync(request).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return Summary(webinar);
        }
    }

    /// <inheritdoc />
    public async ValueTask<WebinarSummary?> FindAsync(string account, string webinarId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(webinarId);
        var acting = Acting(account);
        try
        {
            var webinar = await GetAsync(acting, webinarId, cancellationToken).ConfigureAwait(false);
            return webinar.ScheduledType == ScheduledType.Webinar && webinar.MeetingType == MeetingType.MeetingSeries ? Summary(webinar) : null;
        }
        catch (SupportRequestException exception) when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// One page of 100 is fetched ahead while the caller works on the one before. Registrants are those of the statuses in
    /// <see cref="WebexWebinarOptions.RegistrantStatuses"/>. Attendees are the participants of every time the webinar was held and ended, earliest first, host and
    /// repeated joining included; Webex shows them some 15 minutes after the end.
    /// </remarks>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(string account, string webinarId, ParticipantKind kind, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(webinarId);
        var acting = Acting(account);
        return kind switch
        {
            ParticipantKind.Registrant => RegistrantsAsync(acting, webinarId, new RegistrantFilter(options.Get(account).Webinars.RegistrantStatuses), cancellationToken),
            ParticipantKind.Invitee => PageAhead.ReadAsync(
                acting.Client.Invitees.ListRawAsync(new ListInviteesRequest { MeetingId = webinarId, PageSize = PageSize, HostEmail = acting.HostEmail }), cancellationToken),
            ParticipantKind.Attendee => AttendeesAsync(acting, webinarId, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Ask for registrants, invitees or attendees."),
        };
    }

    private static async IAsyncEnumerable<ReadOnlyMemory<byte>> RegistrantsAsync(
        WebexActing acting, string webinarId, RegistrantFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var list = acting.Client.Registrants.ListRawAsync(new ListRegistrantsRequest { MeetingId = webinarId, PageSize = PageSize, HostEmail = acting.HostEmail });
        await foreach (var registrant in PageAhead.ReadAsync(list, cancellationToken).ConfigureAwait(false))
        {
            if (filter.Includes(registrant.Span))
            {
                yield return registrant;
            }
        }
    }

    private async IAsyncEnumerable<ReadOnlyMemory<byte>> AttendeesAsync(WebexActing acting, string webinarId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var instance in await HeldAsync(acting, webinarId, cancellationToken).ConfigureAwait(false))
        {
            var list = acting.Client.Participants.ListRawAsync(new ListParticipantsRequest { MeetingId = instance.Id, PageSize = PageSize, HostEmail = acting.HostEmail });
            await foreach (var participant in PageAhead.ReadAsync(list, cancellationToken).ConfigureAwait(false))
            {
                yield return participant;
            }
        }
    }

    /// <summary>Every time that the webinar was held and ended, earliest first.</summary>
    private async ValueTask<List<WebexMeeting>> HeldAsync(WebexActing acting, string webinarId, CancellationToken cancellationToken)
    {
        var series = await GetAsync(acting, webinarId, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var (start, end) = (series.Start ?? now, series.End ?? now);
        var request = new ListMeetingsRequest
        {
            MeetingSeriesId = webinarId,
            MeetingType = MeetingType.Meeting,
            State = MeetingState.Ended,
            From = (start < now ? start : now) - Margin,
            To = (end > now ? end : now) + Margin,
            HostEmail = acting.HostEmail,
            PageSize = PageSize,
        };
        var held = new List<WebexMeeting>();
        await foreach (var instance in acting.Client.Meetings.ListAsync(request).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            held.Add(instance);
        }

        held.Sort(static (one, other) => (one.Start ?? default).CompareTo(other.Start ?? default) is var order and not 0 ? order : string.CompareOrdinal(one.Id, other.Id));
        return held;
    }

    private static Task<WebexMeeting> GetAsync(WebexActing acting, string webinarId, CancellationToken cancellationToken) =>
        acting.Client.Webinars.GetAsync(webinarId, new GetMeetingRequest { HostEmail = acting.HostEmail }, cancellationToken);

    private static WebinarSummary Summary(WebexMeeting webinar)
    {
        var start = webinar.Start ?? throw new WebexAnswerException($"Webex gave no start of the webinar {webinar.Id}.");
        return new(webinar.Id, webinar.Title ?? "", start.ToUniversalTime(), (webinar.End ?? start).ToUniversalTime());
    }

    private WebexActing Acting(string account)
    {
        var chosen = options.Get(account);
        var (client, email) = (clients.GetClient(account), chosen.Webinars.HostEmail);
        return new(
            chosen.HostAccess == WebexHostAccess.HostTokens && email is not null ? client.ForUser(email) : client,
            chosen.HostAccess == WebexHostAccess.OnBehalf ? email : null,
            email,
            chosen.SiteUrl,
            chosen.SendEmail);
    }
}
