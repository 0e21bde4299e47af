using Json = Support.Sdk.ServiceDesk.ServiceDeskJsonContext;

namespace Support.Sdk.ServiceDesk;

/// <content>
/// What technicians do with sessions. Each command takes place once, however often it had to be sent, and answers the session as it then stands: <see langword="null"/> when it is out of
/// the technician's sight, as after he left it or transferred it into another channel.
/// </content>
public partial class SessionsClient
{
    private static readonly VendorOperation CreateOperation = new("service-desk.sessions.create", RetryMeaning.Keyed);
    private static readonly VendorOperation AssignOperation = new("service-desk.sessions.assign", RetryMeaning.Keyed);
    private static readonly VendorOperation TakeOperation = new("service-desk.sessions.take", RetryMeaning.Keyed);
    private static readonly VendorOperation TransferOperation = new("service-desk.sessions.transfer", RetryMeaning.Keyed);
    private static readonly VendorOperation InviteOperation = new("service-desk.sessions.invite", RetryMeaning.Keyed);
    private static readonly VendorOperation LeaveOperation = new("service-desk.sessions.leave", RetryMeaning.Keyed);
    private static readonly VendorOperation ReleaseOperation = new("service-desk.sessions.release", RetryMeaning.Keyed);
    private static readonly VendorOperation RequestAccessOperation = new("service-desk.sessions.request-access", RetryMeaning.Keyed);
    private static readonly VendorOperation ConnectOperation = new("service-desk.sessions.connect", RetryMeaning.Keyed);
    private static readonly VendorOperation DisconnectOperation = new("service-desk.sessions.disconnect", RetryMeaning.Keyed);
    private static readonly VendorOperation AddNoteOperation = new("service-desk.sessions.add-note", RetryMeaning.Keyed);
    private static readonly VendorOperation CloseOperation = new("service-desk.sessions.close", RetryMeaning.Keyed);
    private static readonly VendorOperation DeleteOperation = new("service-desk.sessions.delete", RetryMeaning.Keyed);

    /// <summary>Creates a session in a channel, assigned to the technician (SES-03).</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="sessionId">An id of the caller's own drawing, so that a repeat makes no second session; <see langword="null"/> lets the server draw one.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> CreateAsync(
        string channelId, string? sessionId = null, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channelId);
        var body = new ServiceDeskCreateSession { Channel = channelId, Id = sessionId };
        var request = VendorRequest.Post(CreateOperation, VendorPath.Of($"sessions"), body, Json.Default.ServiceDeskCreateSession);
        return _connection.CommandAsync(request, Json.Default.ServiceDeskSession, options, cancellationToken);
    }

    /// <summary>Assigns a session to a technician (SES-06).</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="technician">The technician's id.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> AssignAsync(
        string sessionId, string technician, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(AssignOperation, VendorPath.Of($"sessions/{sessionId}/assign"), Choice(technician), Json.Default.ServiceDeskTechnicianChoice), options, cancellationToken);

    /// <summary>Takes a session out of the queue (SES-10).</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> TakeAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(TakeOperation, VendorPath.Of($"sessions/{sessionId}/take")), options, cancellationToken);

    /// <summary>Transfers a session to another technician (SES-07).</summary>
    /// <inheritdoc cref="AssignAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> TransferToTechnicianAsync(
        string sessionId, string technician, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(technician);
        return TransferAsync(sessionId, new() { Technician = technician }, options, cancellationToken);
    }

    /// <summary>Transfers a session to another channel (SES-07).</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="channelId">The other channel.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> TransferToChannelAsync(
        string sessionId, string channelId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(channelId);
        return TransferAsync(sessionId, new() { Channel = channelId }, options, cancellationToken);
    }

    /// <summary>Invites a technician into a session; three are in it at most (SES-08).</summary>
    /// <inheritdoc cref="AssignAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> InviteAsync(
        string sessionId, string technician, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(InviteOperation, VendorPath.Of($"sessions/{sessionId}/invite"), Choice(technician), Json.Default.ServiceDeskTechnicianChoice), options, cancellationToken);

    /// <summary>Leaves a session to which the technician was invited (SES-08).</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> LeaveAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(LeaveOperation, VendorPath.Of($"sessions/{sessionId}/leave")), options, cancellationToken);

    /// <summary>Releases a session into the queue (SES-10).</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> ReleaseAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(ReleaseOperation, VendorPath.Of($"sessions/{sessionId}/release")), options, cancellationToken);

    /// <summary>Asks the end user for permission (SES-05); the answer comes as a live event.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="requestId">An id of the caller's own drawing; <see langword="null"/> lets the server draw one.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> RequestAccessAsync(
        string sessionId, string? requestId = null, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(
            VendorRequest.Post(
                RequestAccessOperation, VendorPath.Of($"sessions/{sessionId}/request-access"), new() { RequestId = requestId }, Json.Default.ServiceDeskRequestAccess),
            options,
            cancellationToken);

    /// <summary>Connects to the end user's computer, once permission was granted (SES-05).</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> ConnectAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(ConnectOperation, VendorPath.Of($"sessions/{sessionId}/connect")), options, cancellationToken);

    /// <summary>Disconnects from the end user's computer.</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> DisconnectAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(DisconnectOperation, VendorPath.Of($"sessions/{sessionId}/disconnect")), options, cancellationToken);

    /// <summary>Writes a note (SES-16).</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="text">What it says, 4,000 characters at most.</param>
    /// <param name="noteId">An id of the caller's own drawing; <see langword="null"/> lets the server draw one.</param>
    /// <param name="options">The conditions.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> AddNoteAsync(
        string sessionId, string text, string? noteId = null, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        var body = new ServiceDeskAddNote { Text = text, NoteId = noteId };
        return SendAsync(VendorRequest.Post(AddNoteOperation, VendorPath.Of($"sessions/{sessionId}/notes"), body, Json.Default.ServiceDeskAddNote), options, cancellationToken);
    }

    /// <summary>Closes a session for good (SES-11).</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult<ServiceDeskSession?>> CloseAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        SendAsync(VendorRequest.Post(CloseOperation, VendorPath.Of($"sessions/{sessionId}/close")), options, cancellationToken);

    /// <summary>Deletes a session (SES-12).</summary>
    /// <inheritdoc cref="LeaveAsync" path="/param" />
    public virtual Task<ServiceDeskResult> DeleteAsync(
        string sessionId, ServiceDeskCommandOptions options = default, CancellationToken cancellationToken = default) =>
        _connection.TellAsync(VendorRequest.Delete(DeleteOperation, Of(sessionId)), options, cancellationToken);

    private static ServiceDeskTechnicianChoice Choice(string technician)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(technician);
        return new() { Technician = technician };
    }

    private Task<ServiceDeskResult<ServiceDeskSession?>> TransferAsync(
        string sessionId, ServiceDeskTransfer to, ServiceDeskCommandOptions options, CancellationToken cancellationToken) =>
        SendAsync(VendorRequest.Post(TransferOperation, VendorPath.Of($"sessions/{sessionId}/transfer"), to, Json.Default.ServiceDeskTransfer), options, cancellationToken);

    private Task<ServiceDeskResult<ServiceDeskSession?>> SendAsync(VendorRequest request, ServiceDeskCommandOptions options, CancellationToken cancellationToken) =>
        _connection.CommandAsync(request, Json.Default.ServiceDeskSession, options, cancellationToken);
}
