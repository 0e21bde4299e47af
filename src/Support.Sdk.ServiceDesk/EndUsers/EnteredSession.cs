using System.Diagnostics;
using Json = Support.Sdk.ServiceDesk.ServiceDeskJsonContext;

namespace Support.Sdk.ServiceDesk;

/// <summary>A session that an end user has entered: it holds his ticket and acts for him. Immutable and thread-safe.</summary>
/// <remarks>
/// The ticket outlives the session, so answers stay truthful: <c>sessions.expired</c>, <c>sessions.closed</c>, and <c>sessions.invalid</c> once it was deleted. Neither
/// <see cref="ToString"/> nor a log shows the ticket. Commands take place once, however often they had to be sent.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public class EnteredSession
{
    private static readonly VendorOperation GetOperation = new("service-desk.end-user.get", RetryMeaning.Safe);
    private static readonly VendorOperation LaunchOperation = new("service-desk.end-user.launch", RetryMeaning.Keyed);
    private static readonly VendorOperation GrantOperation = new("service-desk.end-user.grant", RetryMeaning.Keyed);
    private static readonly VendorOperation RejectOperation = new("service-desk.end-user.reject", RetryMeaning.Keyed);
    private static readonly VendorOperation StopOperation = new("service-desk.end-user.stop", RetryMeaning.Keyed);
    private static readonly VendorOperation LeaveOperation = new("service-desk.end-user.leave", RetryMeaning.Keyed);
    private static readonly VendorOperation FollowOperation = new("service-desk.end-user.follow", RetryMeaning.Never, "events");
    private readonly ServiceDeskConnection _connection;

    internal EnteredSession(ServiceDeskConnection connection, ServiceDeskEndUserSession session)
    {
        _connection = connection;
        Session = session;
    }

    /// <summary>For test doubles.</summary>
    protected EnteredSession()
    {
        _connection = null!;
        Session = null!;
    }

    /// <summary>The session as it stood when it was entered or resumed.</summary>
    public virtual ServiceDeskEndUserSession Session { get; }

    /// <summary>The ticket, to go on later with <see cref="ServiceDeskEndUserClient.ResumeAsync"/>. Secret: whoever has it acts for the end user.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public virtual string Ticket => _connection.Subject;

    /// <summary>Reads the session as it stands now.</summary>
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> GetAsync(CancellationToken cancellationToken = default) => GetAsync(_connection, cancellationToken);

    /// <summary>Says that the support application runs on a computer; the session belongs to the first one (SES-04).</summary>
    /// <param name="deviceId">The computer's id, drawn by the support application and kept on that computer.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> LaunchAsync(
        string deviceId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(LaunchOperation, VendorPath.Of($"end-user/launch"), deviceId, options, cancellationToken);

    /// <summary>Grants a technician's request (SES-05).</summary>
    /// <param name="requestId">The request: <see cref="ServiceDeskEndUserSession.RequestId"/>.</param>
    /// <param name="deviceId">The computer's id.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> GrantAsync(
        string requestId, string deviceId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        AnswerAsync(GrantOperation, VendorPath.Of($"end-user/grant"), requestId, deviceId, options, cancellationToken);

    /// <summary>Rejects a technician's request (SES-05).</summary>
    /// <inheritdoc cref="GrantAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> RejectAsync(
        string requestId, string deviceId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        AnswerAsync(RejectOperation, VendorPath.Of($"end-user/reject"), requestId, deviceId, options, cancellationToken);

    /// <summary>Throws all technicians out and takes the permission back (SES-05).</summary>
    /// <inheritdoc cref="LaunchAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> StopAsync(
        string deviceId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(StopOperation, VendorPath.Of($"end-user/stop"), deviceId, options, cancellationToken);

    /// <summary>Says that the support application ends: the computer is not connected until it is launched again.</summary>
    /// <inheritdoc cref="LaunchAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskEndUserSession>> LeaveAsync(
        string deviceId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(LeaveOperation, VendorPath.Of($"end-user/leave"), deviceId, options, cancellationToken);

    /// <summary>Follows what changes in the session, live (SES-18).</summary>
    /// <inheritdoc cref="ServiceDeskClient.FollowAsync" path="/param|/returns|/remarks|/exception" />
    public virtual IAsyncEnumerable<ServiceDeskChange> FollowAsync(long? after = null, CancellationToken cancellationToken = default) =>
        _connection.FollowAsync(FollowOperation, VendorPath.Of($"end-user/events"), after, cancellationToken);

    /// <summary>The session's id.</summary>
    public override string ToString() => $"session {Session?.Id}";

    internal static Task<ServiceDeskResult<ServiceDeskEndUserSession>> GetAsync(ServiceDeskConnection connection, CancellationToken cancellationToken) =>
        connection.AskAsync(VendorRequest.Get(GetOperation, VendorPath.Of($"end-user/session")), Json.Default.ServiceDeskEndUserSession, cancellationToken);

    private Task<ServiceDeskResult<ServiceDeskEndUserSession>> SendAsync(
        VendorOperation operation, VendorPath path, string deviceId, ServiceDeskCommandOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(deviceId);
        var request = VendorRequest.Post(operation, path, new() { DeviceId = deviceId }, Json.Default.ServiceDeskEndUserDevice);
        return _connection.AskAsync(request, Json.Default.ServiceDeskEndUserSession, cancellationToken, options);
    }

    private Task<ServiceDeskResult<ServiceDeskEndUserSession>> AnswerAsync(
        VendorOperation operation, VendorPath path, string requestId, string deviceId, ServiceDeskCommandOptions options, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        ArgumentException.ThrowIfNullOrWhiteSpace(deviceId);
        var request = VendorRequest.Post(operation, path, new() { RequestId = requestId, DeviceId = deviceId }, Json.Default.ServiceDeskAnswer);
        return _connection.AskAsync(request, Json.Default.ServiceDeskEndUserSession, cancellationToken, options);
    }
}
