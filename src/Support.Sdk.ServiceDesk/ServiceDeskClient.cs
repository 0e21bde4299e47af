using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk;

/// <summary>A Service Desk as a technician's console uses it: sessions, channels, live events.</summary>
/// <remarks>
/// Immutable and thread-safe; obtain it from <see cref="IServiceDeskClientFactory"/>, the default account's also by injection. What the rules of the Service Desk refuse is a value
/// (<see cref="ServiceDeskResult{T}"/>). Otherwise methods throw <see cref="SupportRequestException"/> when the server answers with an error, <see cref="SupportConnectionException"/>
/// when no answer comes, <see cref="SupportContentException"/> when the answer cannot be read and <see cref="ReauthorizationRequiredException"/> when consent is gone. For tests, derive
/// from it and override what is needed.
/// </remarks>
public class ServiceDeskClient
{
    private static readonly VendorOperation MeOperation = new("service-desk.me", RetryMeaning.Safe);

    // The follower itself decides when to connect again; a bucket of its own keeps a 429 of the feed from holding back commands.
    private static readonly VendorOperation FollowOperation = new("service-desk.events.follow", RetryMeaning.Never, "events");
    private readonly ServiceDeskConnection _connection;

    /// <summary>Creates a client on a transport.</summary>
    /// <param name="transport">The account's transport.</param>
    /// <param name="options">The account's options; read once.</param>
    /// <param name="clock">The clock of reconnections.</param>
    /// <param name="random">The random part of their waits.</param>
    /// <param name="loggers">Makes the log of live events, or <see langword="null"/> for none.</param>
    public ServiceDeskClient(VendorTransport transport, ServiceDeskClientOptions options, TimeProvider clock, IRandomSource random, ILoggerFactory? loggers = null)
        : this(ServiceDeskConnection.Create(transport, options, clock, random, loggers))
    {
    }

    /// <summary>For test doubles.</summary>
    protected ServiceDeskClient()
    {
        _connection = null!;
        Sessions = null!;
        Channels = null!;
    }

    private ServiceDeskClient(ServiceDeskConnection connection)
    {
        _connection = connection;
        Sessions = new SessionsClient(connection);
        Channels = new ChannelsClient(connection);
    }

    /// <summary>Sessions.</summary>
    public virtual SessionsClient Sessions { get; }

    /// <summary>Channels.</summary>
    public virtual ChannelsClient Channels { get; }

    /// <summary>The same Service Desk for one technician, for hosts that serve several.</summary>
    /// <param name="subject">Told to the <see cref="IAccessTokenSource"/> of <see cref="ServiceDeskClientOptions.UseCredentials"/>, which gives that technician's token; empty for the host's own.</param>
    /// <remarks>With a fixed <see cref="ServiceDeskClientOptions.AccessToken"/>, which acts for its own technician only, calls for a subject end in <see cref="InvalidOperationException"/>.</remarks>
    public virtual ServiceDeskClient ForTechnician(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(_connection.For(subject));
    }

    /// <summary>The same Service Desk with refusals worded in another language.</summary>
    /// <param name="language">What an <c>Accept-Language</c> header holds, such as <c>fr</c> or <c>fr-CA, fr;q=0.9</c>.</param>
    /// <exception cref="ArgumentException">It is not of that form.</exception>
    public virtual ServiceDeskClient InLanguage(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return ServiceDeskOptionsRules.IsLanguage(language)
            ? new(_connection.In(language))
            : throw new ArgumentException("Give what an Accept-Language header holds, such as 'fr' or 'fr-CA, fr;q=0.9'.", nameof(language));
    }

    /// <summary>Who the technician is to the Service Desk.</summary>
    public virtual Task<ServiceDeskTechnician> GetMeAsync(CancellationToken cancellationToken = default) =>
        _connection.ReadAsync(MeOperation, VendorPath.Of($"me"), ServiceDeskJsonContext.Default.ServiceDeskTechnician, cancellationToken);

    /// <summary>Follows what changes in the sessions and channels that the technician sees, live (SES-18).</summary>
    /// <param name="after">The <see cref="ServiceDeskChange.Position"/> after which to go on, to miss nothing since then; <see langword="null"/> to begin now.</param>
    /// <param name="cancellationToken">Ends it with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>
    /// The changes, each once, in order, without end. Leaving the loop closes the connection at once. Two messages are about the feed itself.
    /// <see cref="ServiceDeskChangeType.Ready"/> comes first, and again after each reconnection: whoever reads the lists after the first one misses nothing between list and feed; the
    /// later ones tell that the connection stands again and need no reaction, for the feed went on where it was. <see cref="ServiceDeskChangeType.Reset"/> says that changes were left
    /// out, because the listener was away for too long or too slow: read the lists again.
    /// </returns>
    /// <remarks>
    /// A connection that breaks, ends, brings nothing for <see cref="LiveEventOptions.SilenceTimeout"/> or cannot be made is made anew, after the wait that <see cref="LiveEventOptions"/>
    /// and the server (<c>retry:</c>, <c>Retry-After</c>) ask for, and resumes after the last change. What waiting does not cure is thrown: a <see cref="SupportRequestException"/> for 401
    /// (its <see cref="SupportRequestException.Kind"/> tells), 403, 404 and every other refusal, a <see cref="SupportContentException"/> for what are no events.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="after"/> is negative.</exception>
    public virtual IAsyncEnumerable<ServiceDeskChange> FollowAsync(long? after = null, CancellationToken cancellationToken = default) =>
        _connection.FollowAsync(FollowOperation, VendorPath.Of($"events"), after, cancellationToken);
}
