using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Webex in miniature: people, OAuth, meetings and webinars with registrants, invitees and participants, preferences, personal rooms and webhooks.</summary>
/// <remarks>
/// Thread-safe. The rules are those of the vendor's reference; where it is silent, the assumption stands in the documentation of
/// <see cref="WebexEmulatorOptions"/>. Any client can be pointed at <see cref="ApiAddress"/> instead of <c>https://webexapis.com/v1/</c>.
/// </remarks>
/// <example><code>
/// await using var webex = await WebexEmulator.StartAsync(new WebexEmulatorOptions { TimeProvider = clock });
/// var anna = webex.AddUser("anna@example.com", "Anna Adams");
/// // … client.BaseAddress = webex.ApiAddress, Authorization: Bearer anna.AccessToken …
/// webex.Meetings.Start(meetingId);
/// await webex.Webhooks.DeliverDueAsync();
/// </code></example>
public sealed partial class WebexEmulator : VendorEmulator
{
    private WebexEmulator(WebexEmulatorOptions options)
        : base(options)
    {
        Options = options;
        Directory = new WebexDirectory(options, Ids, TimeProvider);
        OrganizationId = WebexId.Of("ORGANIZATION", Ids.Guid());
        Integration = AddIntegration("http://127.0.0.1/callback");
        Hooks = new WebexHooks(this);
        Calendar = new MeetingCalendar(this);
        Meetings = new WebexMeetings(this);
        new OAuthApi(this).Map(Routes);
        new PeopleApi(this).Map(Routes);
        new PreferencesApi(this).Map(Routes);
        new MeetingsApi(this).Map(Routes);
        new MeetingJoinApi(this).Map(Routes);
        new RegistrantsApi(this).Map(Routes);
        new InviteesApi(this).Map(Routes);
        new ParticipantsApi(this).Map(Routes);
        new WebhooksApi(this).Map(Routes);
    }

    /// <summary>The base of the API, with a trailing slash: <c>http://127.0.0.1:49152/v1/</c>.</summary>
    public Uri ApiAddress => new(BaseAddress, "v1/");

    /// <summary>What happens in meetings without an API call: they start and end, people join and leave.</summary>
    public WebexMeetings Meetings { get; }

    /// <summary>The first organisation.</summary>
    public string OrganizationId { get; }

    /// <summary>The first integration; it may ask for every scope.</summary>
    public WebexIntegration Integration { get; }

    /// <summary>Who approves at <c>/v1/authorize</c>, as if signed in to the browser. Default: the first user added.</summary>
    public WebexUser? SignedInUser { get; set; }

    /// <summary>The users added so far.</summary>
    public IReadOnlyList<WebexUser> Users
    {
        get
        {
            lock (Gate)
            {
                return [.. Directory.Users];
            }
        }
    }

    internal WebexEmulatorOptions Options { get; }

    internal WebexDirectory Directory { get; }

    internal MeetingCalendar Calendar { get; }

    internal WebexHooks Hooks { get; }

    internal Dictionary<string, WebexRoom> Rooms { get; } = new(StringComparer.Ordinal);

    /// <summary>Starts an emulator on a free port of this machine.</summary>
    /// <param name="options">Its options; by default those of an ordinary service with the system's clock.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<WebexEmulator> StartAsync(WebexEmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var emulator = new WebexEmulator(options ?? new WebexEmulatorOptions());
        await emulator.StartServerAsync(cancellationToken).ConfigureAwait(false);
        return emulator;
    }

    /// <summary>Adds a user and issues a token for it.</summary>
    /// <exception cref="ArgumentException">The address is taken, or is none.</exception>
    public WebexUser AddUser(string email, string displayName, WebexUserSeed? seed = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        ArgumentException.ThrowIfNullOrWhiteSpace(displayName);
        seed ??= new WebexUserSeed();
        lock (Gate)
        {
            if (!email.Contains('@', StringComparison.Ordinal) || Directory.FindByEmail(email) is not null)
            {
                throw new ArgumentException($"'{email}' is no address or already belongs to a user: give each user an address of its own.", nameof(email));
            }

            var name = email.Split('@')[0];
            var namesakes = Directory.Users.Count(other => other.RoomName == name || other.RoomName.StartsWith(name + ".", StringComparison.Ordinal));
            var user = new WebexUser(
                Ids.Guid(), seed.OrganizationId ?? OrganizationId, email, displayName, seed.SiteUrls ?? [Options.SiteUrl], namesakes == 0 ? name : $"{name}.{namesakes + 1}", seed);
            Directory.Users.Add(user);
            SignedInUser ??= user;
            var scopes = seed.Scopes ?? (seed.IsAdministrator ? [.. WebexScopes.User, .. WebexScopes.Administrator] : WebexScopes.User);
            var token = Directory.Issue(user, seed.Integration ?? Integration, scopes);
            (user.AccessToken, user.RefreshToken) = (token.AccessToken, token.RefreshToken);
            return user;
        }
    }

    /// <summary>Adds an organisation and returns its id, for <see cref="WebexUserSeed.OrganizationId"/>.</summary>
    public string AddOrganization() => WebexId.Of("ORGANIZATION", Ids.Guid());

    /// <summary>Registers an integration that may ask for every scope.</summary>
    public WebexIntegration AddIntegration(params IReadOnlyList<string> redirectUris)
    {
        ArgumentNullException.ThrowIfNull(redirectUris);
        var integration = new WebexIntegration("C" + Ids.Hex(64), Ids.Hex(64), [.. redirectUris], [.. WebexScopes.User, .. WebexScopes.Administrator]);
        lock (Gate)
        {
            Directory.Integrations.Add(integration);
        }

        return integration;
    }

    /// <summary>Issues a further access token, of other scopes or of another integration.</summary>
    public string IssueToken(WebexUser user, IEnumerable<string>? scopes = null, WebexIntegration? integration = null)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (Gate)
        {
            return Directory.Issue(user, integration ?? Integration, scopes ?? WebexScopes.User).AccessToken;
        }
    }

    /// <summary>Revokes all tokens of a user, refresh tokens included, as when the user withdraws consent.</summary>
    public void RevokeTokens(WebexUser user)
    {
        ArgumentNullException.ThrowIfNull(user);
        lock (Gate)
        {
            Directory.Revoke(user);
        }
    }

    /// <summary>Adds a space and returns its id, for meetings of a space.</summary>
    /// <param name="title">The title.</param>
    /// <param name="members">The members; the organisation of the first owns the space.</param>
    /// <param name="direct">Whether it is a 1:1 space.</param>
    public string AddRoom(string title, IReadOnlyList<WebexUser> members, bool direct = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentOutOfRangeException.ThrowIfZero(members.Count, nameof(members));
        var room = new WebexRoom(WebexId.Of("ROOM", Ids.Guid()), title, [.. members], direct);
        lock (Gate)
        {
            Rooms.Add(room.Id, room);
        }

        return room.Id;
    }

    /// <summary>The present status of a registered webhook, <c>active</c> or <c>inactive</c>; <see langword="null"/> when there is none of that id.</summary>
    public string? WebhookStatus(string webhookId)
    {
        lock (Gate)
        {
            return Hooks.All.Find(hook => hook.Id == webhookId)?.Status;
        }
    }

    internal override EmulatorResponse Handle(EmulatorRequest request)
    {
        request.TrackingId ??= NewTrackingId();
        if (Quota is not null && request.BearerToken is { } token && Quota.Take(token, Now) is { Accepted: false } quota)
        {
            return WebexErrors.Response(request, 429).With("Retry-After", ((long)Math.Ceiling(quota.ResetsIn.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return base.Handle(request);
    }

    internal override EmulatorResponse Failure(EmulatorRequest request, int status)
    {
        request.TrackingId ??= NewTrackingId();
        return WebexErrors.Response(request, status);
    }

    internal override void Complete(EmulatorRequest request, EmulatorResponse response) => response.With("trackingId", request.TrackingId ??= NewTrackingId());

    /// <summary>Who calls, if the token is good and carries one of the scopes.</summary>
    internal WebexCaller Authenticate(EmulatorRequest request, params ReadOnlySpan<string> anyOf)
    {
        var token = Directory.FindByAccess(request.BearerToken) ?? throw WebexErrors.Of(request, 401);
        foreach (var scope in anyOf)
        {
            if (token.Scopes.Contains(scope))
            {
                return new WebexCaller(token.User, token.Integration, token.Scopes);
            }
        }

        throw WebexErrors.NotPermitted(request, $"The access token lacks the scope {string.Join(" or ", anyOf.ToArray())}.");
    }

    private string NewTrackingId() => "ROUTER_" + Ids.Guid();
}
