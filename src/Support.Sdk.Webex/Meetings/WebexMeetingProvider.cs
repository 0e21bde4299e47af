using System.Net;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Support.Sdk.Http;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Meetings;

/// <summary>Makes the meetings of work items at Webex.</summary>
/// <remarks>
/// Thread-safe. Registered under the key <c>webex</c> by <c>AddWebex</c>; the host's account selects the client, <see cref="WebexOptions.HostAccess"/> by what
/// right it acts. Ids are those of series, which is what Webex makes of every meeting. An order is recognised by its key among the meeting's integration tags,
/// which only the integration that set them sees: an account must not change its integration while orders are under way.
/// </remarks>
public sealed partial class WebexMeetingProvider : IMeetingProvider
{
    /// <summary>The shortest meeting that Webex makes.</summary>
    public static readonly TimeSpan MinimumDuration = TimeSpan.FromMinutes(10);

    /// <summary>The longest meeting that Webex makes.</summary>
    public static readonly TimeSpan MaximumDuration = new(23, 59, 0);

    private const int MaxTagLength = 64;
    private const int PageSize = 100;

    /// <summary>Longer than any meeting: what overlaps a range began at most this long before it.</summary>
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly IWebexClientFactory _clients;
    private readonly IOptionsMonitor<WebexOptions> _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates a provider.</summary>
    /// <param name="clients">The clients by account.</param>
    /// <param name="options">The options by account.</param>
    /// <param name="clock">The clock, to tell past from future.</param>
    public WebexMeetingProvider(IWebexClientFactory clients, IOptionsMonitor<WebexOptions> options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clients);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        _clients = clients;
        _options = options;
        _clock = clock;
    }

    /// <inheritdoc />
    /// <remarks>A meeting with the order's key is looked for first, so a repetition after an attempt whose answer was lost makes no second one.</remarks>
    public async ValueTask<MeetingAccess> ScheduleAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(order);
        if (await FindAsync(host, order, cancellationToken).ConfigureAwait(false) is { } earlier)
        {
            return earlier;
        }

        var acting = Acting(host);
        try
        {
            return Access(await acting.Client.Meetings.CreateAsync(Request(order, acting), cancellationToken).ConfigureAwait(false));
        }
        catch (SupportHttpException failure) when (MayHaveTakenEffect(failure))
        {
            if (await FindAsync(host, order, cancellationToken).ConfigureAwait(false) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    /// <inheritdoc />
    /// <remarks>It is looked for within a day around the order's plan.</remarks>
    public async ValueTask<MeetingAccess?> FindAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(order);
        var acting = Acting(host);
        var request = new ListMeetingsRequest
        {
            MeetingType = MeetingType.MeetingSeries,
            From = order.Plan.StartsAt - Day,
            To = order.Plan.EndsAt + Day,
            IntegrationTag = order.Key,
            HostEmail = acting.HostEmail,
            SiteUrl = acting.SiteUrl,
            PageSize = PageSize,
        };
        await foreach (var meeting in acting.Client.Meetings.ListAsync(request).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (meeting.IntegrationTags?.Contains(order.Key) == true)
            {
                return Access(meeting);
            }
        }

        return null;
    }

    /// <inheritdoc />
    /// <remarks>When Webex refuses, the meeting is read: whether it runs is told by its state, not by the words of the refusal, which are not documented.</remarks>
    public async ValueTask<MeetingDeletion> DeleteAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrWhiteSpace(providerId);
        var acting = Acting(host);
        try
        {
            var request = new DeleteMeetingRequest { HostEmail = acting.HostEmail, SendEmail = acting.SendEmail };
            await acting.Client.Meetings.DeleteAsync(providerId, request, cancellationToken).ConfigureAwait(false);
            return MeetingDeletion.Deleted;
        }
        catch (SupportRequestException exception) when (IsGone(exception))
        {
            return MeetingDeletion.AlreadyGone;
        }
        catch (SupportRequestException exception)
            when (exception.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Conflict)
        {
            var meeting = await ReadAsync(host, providerId, cancellationToken).ConfigureAwait(false);
            if (meeting is null)
            {
                return MeetingDeletion.AlreadyGone;
            }

            if (meeting.State is ProviderMeetingState.Running or ProviderMeetingState.Ended)
            {
                return MeetingDeletion.Running;
            }

            throw;
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// Two calls: the meeting, then its instances, for the times at which it was really held. Webex shows instances up to 15 minutes late; until then a meeting
    /// counts as it stands by itself.
    /// </remarks>
    public async ValueTask<ProviderMeeting?> ReadAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentException.ThrowIfNullOrWhiteSpace(providerId);
        var acting = Acting(host);
        WebexMeeting meeting;
        try
        {
            meeting = await acting.Client.Meetings.GetAsync(providerId, new GetMeetingRequest { HostEmail = acting.HostEmail }, cancellationToken).ConfigureAwait(false);
        }
        catch (SupportRequestException exception) when (IsGone(exception))
        {
            return null;
        }

        return meeting.MeetingType == MeetingType.Meeting
            ? ProviderMeetings.Of(meeting, [meeting])
            : ProviderMeetings.Of(meeting, await InstancesAsync(acting, meeting, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc />
    /// <remarks>
    /// All pages are read before the first meeting is given, for Webex promises no order. Meetings to which the host is invited only are left out. Several
    /// occurrences of a recurring series have the same id.
    /// </remarks>
    public async IAsyncEnumerable<ProviderMeeting> ListAsync(
        MeetingHost host, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var acting = Acting(host);
        var request = new ListMeetingsRequest
        {
            MeetingType = MeetingType.ScheduledMeeting,
            From = from - Day,
            To = to,
            HostEmail = acting.HostEmail,
            SiteUrl = acting.SiteUrl,
            PageSize = PageSize,
        };
        var occurrences = await CollectAsync(acting, request, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<WebexMeeting> instances = from < _clock.GetUtcNow()
            ? await CollectAsync(acting, request with { MeetingType = MeetingType.Meeting }, cancellationToken).ConfigureAwait(false)
            : [];
        foreach (var meeting in ProviderMeetings.Merge(occurrences, instances))
        {
            var end = meeting.StartsAt + meeting.Duration;
            if (meeting.StartsAt < to && (end > from || (meeting.EndedAt ?? end) > from || meeting.StartsAt >= from))
            {
                yield return meeting;
            }
        }
    }

    /// <summary>The instances of a series or of an occurrence.</summary>
    private async ValueTask<IReadOnlyList<WebexMeeting>> InstancesAsync(WebexActing acting, WebexMeeting meeting, CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        var (start, end) = (meeting.Start ?? now, meeting.End ?? now);

        // A host may open a meeting days ahead of its time, and it may last long beyond it.
        var request = new ListMeetingsRequest
        {
            MeetingSeriesId = meeting.MeetingSeriesId ?? meeting.Id,
            MeetingType = MeetingType.Meeting,
            From = (start < now ? start : now) - (7 * Day),
            To = (end > now ? end : now) + Day,
            HostEmail = acting.HostEmail,
            PageSize = PageSize,
        };
        var all = await CollectAsync(acting with { Email = null }, request, cancellationToken).ConfigureAwait(false);
        return meeting.MeetingType == MeetingType.ScheduledMeeting ? [.. all.Where(instance => instance.ScheduledMeetingId == meeting.Id)] : all;
    }

    private static async ValueTask<IReadOnlyList<WebexMeeting>> CollectAsync(WebexActing acting, ListMeetingsRequest request, CancellationToken cancellationToken)
    {
        var meetings = new List<WebexMeeting>();
        await foreach (var meeting in acting.Client.Meetings.ListAsync(request).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (acting.Email is null || meeting.HostEmail is null || string.Equals(meeting.HostEmail, acting.Email, StringComparison.OrdinalIgnoreCase))
            {
                meetings.Add(meeting);
            }
        }

        return meetings;
    }

    private static CreateMeetingRequest Request(MeetingOrder order, WebexActing acting)
    {
        var workItem = order.WorkItem.ToString();
        return CreateMeetingRequest.Scheduled(order.Plan.Topic, order.Plan.StartsAt, order.Plan.EndsAt) with
        {
            Timezone = order.Plan.TimeZone,
            Invitees = order.Plan.Invitees.Count == 0 ? null : [.. order.Plan.Invitees.Select(static email => new MeetingInviteeEntry { Email = email })],
            IntegrationTags = workItem.Length is > 0 and <= MaxTagLength ? [order.Key, workItem] : [order.Key],
            SendEmail = acting.SendEmail,
            HostEmail = acting.HostEmail,
            SiteUrl = acting.SiteUrl,
        };
    }

    private static MeetingAccess Access(WebexMeeting meeting) => new(
        meeting.Id,
        meeting.WebLink ?? throw new WebexAnswerException($"Webex gave no link for the meeting {meeting.Id}."),
        meeting.MeetingNumber,
        meeting.Password);

    private static bool IsGone(SupportRequestException exception) => exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone;

    /// <summary>Whether the meeting may have been made although no success came back.</summary>
    private static bool MayHaveTakenEffect(SupportHttpException failure) => failure switch
    {
        SupportConnectionException connection => connection.MayHaveBeenReceived,
        SupportRequestException request => (int)request.StatusCode is 408 or >= 500,
        _ => true,
    };

    private WebexActing Acting(MeetingHost host)
    {
        var options = _options.Get(host.Account);
        var client = _clients.GetClient(host.Account);
        return new(
            options.HostAccess == WebexHostAccess.HostTokens ? client.ForUser(host.Email) : client,
            options.HostAccess == WebexHostAccess.OnBehalf ? host.Email : null,
            options.HostAccess == WebexHostAccess.Account ? null : host.Email,
            options.SiteUrl,
            options.SendEmail);
    }
}
