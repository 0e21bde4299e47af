using System.Globalization;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The rate limits and their headers (fact sheet section 5). Used under the emulator's gate.</summary>
internal sealed class ZendeskTraffic(ZendeskRateLimits limits)
{
    private const string Account = "account";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly RequestQuota? _requests = Quota(limits.RequestsPerMinute, Minute);
    private readonly RequestQuota? _updates = Quota(limits.TicketUpdatesPerMinute, Minute);
    private readonly RequestQuota? _updatesPerTicket = Quota(limits.UpdatesPerTicketAndUser, TimeSpan.FromMinutes(10));
    private readonly RequestQuota? _exports = Quota(limits.SearchExportsPerMinute, Minute);
    private Dictionary<string, string> _headers = [];

    public void CountRequest(DateTimeOffset now)
    {
        _headers = [];
        if (_requests is null)
        {
            return;
        }

        var state = _requests.Take(Account, now);
        var (limit, remaining, reset) = (Text(state.Limit), Text(state.Remaining), Seconds(state.ResetsIn));
        _headers["X-Rate-Limit"] = limit;
        _headers["X-Rate-Limit-Remaining"] = remaining;
        // The documented spelling and the one recorded in 2023.
        foreach (var prefix in (string[])["ratelimit", "rate-limit"])
        {
            var dash = prefix == "ratelimit" ? "ratelimit-limit" : "rate-limit";
            _headers[dash] = limit;
            _headers[prefix + "-remaining"] = remaining;
            _headers[prefix + "-reset"] = reset;
        }

        Refuse(state);
    }

    public void CountTicketUpdate(long ticketId, long userId, DateTimeOffset now)
    {
        if (_updates?.Take(Account, now) is { } state)
        {
            _headers["zendesk-ratelimit-tickets-update"] = $"total={Text(state.Limit)}; remaining={Text(state.Remaining)}; resets={Seconds(state.ResetsIn)}";
            Refuse(state);
        }

        if (_updatesPerTicket?.Take($"{ticketId}/{userId}", now) is { } ticketState)
        {
            Refuse(ticketState);
        }
    }

    public void CountSearchExport(DateTimeOffset now)
    {
        if (_exports?.Take(Account, now) is { } state)
        {
            Refuse(state);
        }
    }

    /// <summary>Adds the headers of the request that was counted last, once.</summary>
    public void Stamp(EmulatorResponse response)
    {
        foreach (var (name, value) in _headers)
        {
            response.With(name, value);
        }

        _headers = [];
    }

    private static RequestQuota? Quota(int? limit, TimeSpan window) => limit is { } count ? new RequestQuota(count, window) : null;

    private static void Refuse(QuotaState state)
    {
        if (!state.Accepted)
        {
            throw new RefusalException(ZendeskErrors.TooManyRequests(state.ResetsIn));
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan wait) => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
