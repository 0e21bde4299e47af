using Support.Sdk.Http;
using Support.Sdk.Webex.Authorizations;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Webex.People;
using Support.Sdk.Webex.Webhooks;
using Support.Sdk.Webex.Webinars;

namespace Support.Sdk.Webex;

/// <summary>The Webex REST API: meetings, webinars, people, webhooks.</summary>
/// <remarks>
/// Immutable and thread-safe. Every call throws <see cref="SupportRequestException"/> when Webex refuses, <see cref="SupportConnectionException"/> when no answer
/// comes, <see cref="SupportContentException"/> when the answer cannot be read and <see cref="ReauthorizationRequiredException"/> when consent is gone. For tests,
/// derive from it and override what is needed.
/// </remarks>
/// <example><code>
/// var meeting = await client.Meetings.CreateAsync(CreateMeetingRequest.Scheduled("Case 35436", start, start.AddHours(1)));
/// await foreach (var item in client.Meetings.ListAsync(new ListMeetingsRequest { From = from, To = to }))
/// </code></example>
public class WebexClient
{
    private readonly WebexConnection? _connection;

    /// <summary>Creates a client.</summary>
    /// <param name="transport">The account's transport.</param>
    /// <param name="options">The account's options; read once.</param>
    public WebexClient(VendorTransport transport, WebexOptions options)
        : this(new WebexConnection(NotNull(transport, nameof(transport)), "", NotNull(options, nameof(options))))
    {
    }

    /// <summary>For mocks; members that are not overridden throw <see cref="InvalidOperationException"/>.</summary>
    protected WebexClient()
    {
    }

    private WebexClient(WebexConnection connection)
    {
        _connection = connection;
        Meetings = new MeetingsClient(connection);
        Preferences = new MeetingPreferencesClient(connection);
        Invitees = new MeetingInviteesClient(connection);
        Participants = new MeetingParticipantsClient(connection);
        Webinars = new WebinarsClient(Meetings);
        Registrants = new RegistrantsClient(connection);
        People = new PeopleClient(connection);
        Webhooks = new WebhooksClient(connection);
        Authorizations = new AuthorizationsClient(connection);
    }

    /// <summary>The named account; empty for the default one.</summary>
    public virtual string Account => Connection.Transport.Account;

    /// <summary>Meetings.</summary>
    public virtual MeetingsClient Meetings => field ?? throw Unset();

    /// <summary>Meeting settings, Personal Rooms and sites.</summary>
    public virtual MeetingPreferencesClient Preferences => field ?? throw Unset();

    /// <summary>Who is invited to meetings.</summary>
    public virtual MeetingInviteesClient Invitees => field ?? throw Unset();

    /// <summary>Who was or is in meetings.</summary>
    public virtual MeetingParticipantsClient Participants => field ?? throw Unset();

    /// <summary>Webinars.</summary>
    public virtual WebinarsClient Webinars => field ?? throw Unset();

    /// <summary>Registration forms, and who has registered.</summary>
    public virtual RegistrantsClient Registrants => field ?? throw Unset();

    /// <summary>People.</summary>
    public virtual PeopleClient People => field ?? throw Unset();

    /// <summary>Webhooks.</summary>
    public virtual WebhooksClient Webhooks => field ?? throw Unset();

    /// <summary>The token itself.</summary>
    public virtual AuthorizationsClient Authorizations => field ?? throw Unset();

    private WebexConnection Connection => _connection ?? throw Unset();

    /// <summary>The same account, acting with the tokens kept for one user.</summary>
    /// <param name="subject">The subject under which the user's tokens were stored; empty for the account's own.</param>
    /// <remarks>With a fixed <see cref="WebexOptions.AccessToken"/>, which acts for its own user only, calls for a subject end in <see cref="InvalidOperationException"/>.</remarks>
    public virtual WebexClient ForUser(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(Connection.For(subject));
    }

    /// <summary>Sends a request of the caller's own making through the same pipeline: for what this client does not cover.</summary>
    /// <param name="request">Relative to the base address. Declare it with <see cref="VendorRequestExtensions"/>, or a <c>POST</c> is never repeated.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whatever Webex answered, errors and redirects included; the caller disposes it.</returns>
    public virtual Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Connection.Transport.SendRawAsync(request.SetSubject(Connection.Subject), cancellationToken);
    }

    private static T NotNull<T>(T value, string name)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    private static InvalidOperationException Unset() =>
        new("This client was created for mocking and the member is not overridden; override it, or create the client with a transport.");
}
