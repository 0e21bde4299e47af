using Json = Support.Sdk.ServiceDesk.ServiceDeskJsonContext;

namespace Support.Sdk.ServiceDesk;

/// <summary>Reads sessions: one, lists, the history, the secrets. Immutable and thread-safe.</summary>
/// <remarks>
/// <see cref="ServiceDeskResult{T}"/> carries refusals of the Service Desk as values; for everything else that goes wrong, methods throw what
/// <see cref="VendorTransport.SendAsync{T}"/> throws. A session that the technician may not see is refused as <c>sessions.not-found</c>, like one that does not exist.
/// </remarks>
public partial class SessionsClient
{
    private static readonly VendorOperation GetOperation = new("service-desk.sessions.get", RetryMeaning.Safe);
    private static readonly VendorOperation HomeOperation = new("service-desk.sessions.list-home", RetryMeaning.Safe);
    private static readonly VendorOperation ChannelOperation = new("service-desk.sessions.list-channel", RetryMeaning.Safe);
    private static readonly VendorOperation HistoryOperation = new("service-desk.sessions.history", RetryMeaning.Safe);
    private static readonly VendorOperation SecretsOperation = new("service-desk.sessions.secrets", RetryMeaning.Safe);
    private readonly ServiceDeskConnection _connection;

    internal SessionsClient(ServiceDeskConnection connection) => _connection = connection;

    /// <summary>For test doubles.</summary>
    protected SessionsClient() => _connection = null!;

    /// <summary>Reads a session as it stands now, with what the technician may do and why not (SES-14).</summary>
    public virtual Task<ServiceDeskResult<ServiceDeskSession>> GetAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.AskAsync(VendorRequest.Get(GetOperation, Of(sessionId)), Json.Default.ServiceDeskSession, cancellationToken);

    /// <summary>Lists the sessions assigned to the technician (SES-02).</summary>
    /// <param name="pageSize">How many sessions are fetched at once, within what the server allows; <see langword="null"/> for its default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is less than 1.</exception>
    public virtual VendorPageable<ServiceDeskSession> ListHome(int? pageSize = null) =>
        _connection.List(HomeOperation, VendorPath.Of($"sessions"), pageSize, Json.Default.ServiceDeskPageServiceDeskSession);

    /// <summary>Lists the sessions of a channel (SES-02).</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="filter">Which of them; all by default.</param>
    /// <param name="pageSize">As of <see cref="ListHome"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is less than 1, or the filter is none.</exception>
    /// <remarks>Enumerating throws a <see cref="SupportRequestException"/> with the code <c>channels.not-found</c> when the technician sees no such channel.</remarks>
    public virtual VendorPageable<ServiceDeskSession> ListChannel(
        string channelId, ServiceDeskSessionFilter filter = ServiceDeskSessionFilter.All, int? pageSize = null)
    {
        var word = filter switch
        {
            ServiceDeskSessionFilter.All => "all",
            ServiceDeskSessionFilter.Live => "live",
            ServiceDeskSessionFilter.InQueue => "inQueue",
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, "Choose All, Live or InQueue."),
        };
        var path = VendorPath.Of($"channels/{channelId}/sessions").Query("filter", word);
        return _connection.List(ChannelOperation, path, pageSize, Json.Default.ServiceDeskPageServiceDeskSession);
    }

    /// <summary>Lists a channel's queue: the sessions that wait for somebody to take them (SES-10).</summary>
    /// <inheritdoc cref="ListChannel" path="/param[@name!='filter']|/exception|/remarks" />
    public virtual VendorPageable<ServiceDeskSession> ListQueue(string channelId, int? pageSize = null) =>
        ListChannel(channelId, ServiceDeskSessionFilter.InQueue, pageSize);

    /// <summary>Lists what happened in a session, oldest first (SES-16); it holds neither PIN nor link.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="pageSize">As of <see cref="ListHome"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The page size is less than 1.</exception>
    /// <remarks>Enumerating throws a <see cref="SupportRequestException"/> with the code <c>sessions.not-found</c> when the technician sees no such session.</remarks>
    public virtual VendorPageable<ServiceDeskHistoryEntry> History(string sessionId, int? pageSize = null) =>
        _connection.List(HistoryOperation, VendorPath.Of($"sessions/{sessionId}/history"), pageSize, Json.Default.ServiceDeskPageServiceDeskHistoryEntry);

    /// <summary>Reads the PIN and the link, to hand them to the end user (SES-09). Write them into no log.</summary>
    public virtual Task<ServiceDeskResult<ServiceDeskSecrets>> GetSecretsAsync(string sessionId, CancellationToken cancellationToken = default) =>
        _connection.AskAsync(
            VendorRequest.Get(SecretsOperation, VendorPath.Of($"sessions/{sessionId}/secrets")), Json.Default.ServiceDeskSecrets, cancellationToken);

    private static VendorPath Of(string sessionId) => VendorPath.Of($"sessions/{sessionId}");
}
