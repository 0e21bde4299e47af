using System.Net;
using Support.Sdk.Failures;
using Support.Sdk.Http;
using Support.Sdk.Meetings;

namespace Support.Sdk.Webex.Meetings;

public sealed partial class WebexMeetingProvider
{
    /// <inheritdoc />
    /// <remarks>
    /// One call, and one more when <see cref="WebexOptions.SiteUrl"/> is set. Needs the scope <c>meeting:preferences_read</c>: without it Webex answers 403, which
    /// counts as a restricted account.
    /// </remarks>
    public async ValueTask<MeetingPrerequisites> CheckAsync(MeetingHost host, MeetingPrerequisites facts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(facts);
        var acting = Acting(host);
        facts = facts with { MinimumDuration = MinimumDuration, MaximumDuration = MaximumDuration };
        try
        {
            if (acting.SiteUrl is { } site)
            {
                var sites = await acting.Client.Preferences.GetSitesAsync(new PreferencesOf { UserEmail = acting.HostEmail }, cancellationToken).ConfigureAwait(false);
                if (!sites.Any(own => string.Equals(own.SiteUrl, site, StringComparison.OrdinalIgnoreCase)))
                {
                    // The room is asked for on this site, where the host has none.
                    return facts with { SiteLinked = false, HasPersonalRoom = false };
                }
            }

            return facts with { HasPersonalRoom = await FindRoomAsync(acting, cancellationToken).ConfigureAwait(false) is not null };
        }
        catch (Exception exception) when (exception is IVendorFailure { Kind: FailureKind.Reauthorization })
        {
            return facts with { ReauthorizationRequired = true };
        }
        catch (SupportRequestException exception) when (exception.StatusCode == HttpStatusCode.Forbidden)
        {
            return facts with { AccountRestricted = true };
        }
    }

    /// <inheritdoc />
    public async ValueTask<MeetingAccess?> FindPersonalRoomAsync(MeetingHost host, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        return await FindRoomAsync(Acting(host), cancellationToken).ConfigureAwait(false) is { PersonalMeetingRoomLink: { } link } room
            ? new MeetingAccess(null, link, room.Telephony?.AccessCode)
            : null;
    }

    /// <summary>The room, or <see langword="null"/>. What Webex answers for a user without one is not documented: 404, 400 and a room without a link are taken for it.</summary>
    private static async ValueTask<PersonalMeetingRoom?> FindRoomAsync(WebexActing acting, CancellationToken cancellationToken)
    {
        try
        {
            var of = new PreferencesOf { UserEmail = acting.HostEmail, SiteUrl = acting.SiteUrl };
            var room = await acting.Client.Preferences.GetPersonalMeetingRoomAsync(of, cancellationToken).ConfigureAwait(false);
            return string.IsNullOrWhiteSpace(room.PersonalMeetingRoomLink) ? null : room;
        }
        catch (SupportRequestException exception)
            when (exception.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.BadRequest)
        {
            return null;
        }
    }
}
