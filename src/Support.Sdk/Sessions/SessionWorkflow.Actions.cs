using Support.Sdk.Running;

namespace Support.Sdk.Sessions;

// The actions of technicians, each under its name. All answer the session as it stands afterwards, or the refusal.
public sealed partial class SessionWorkflow
{
    /// <summary>Assigns or reassigns a technician (SES-06): for a manager, or for the assigned technician with the release permission.</summary>
    /// <inheritdoc cref="InviteAsync" />
    public ValueTask<Outcome<SessionView>> AssignAsync(
        string sessionId, string technician, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Assign(Named(technician)), origin, options, cancellationToken);

    /// <summary>Takes the session from the queue (SES-10). Of several at once one gets it, and the others hear who.</summary>
    /// <inheritdoc cref="LeaveAsync" />
    public ValueTask<Outcome<SessionView>> TakeAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Take(), origin, options, cancellationToken);

    /// <summary>Hands the session to another technician (SES-07): for the assigned one, with the release permission.</summary>
    /// <inheritdoc cref="InviteAsync" />
    public ValueTask<Outcome<SessionView>> TransferToTechnicianAsync(
        string sessionId, string technician, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.TransferToTechnician(Named(technician)), origin, options, cancellationToken);

    /// <summary>Moves the session to another channel (SES-07). An assigned technician who is no member there loses it to that channel's queue.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="channel">The other channel; one that the caller does not know of is <c>channels.not-found</c>.</param>
    /// <param name="origin">Who asks; works in both channels, and leads the session.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    public async ValueTask<Outcome<SessionView>> TransferToChannelAsync(
        string sessionId, string channel, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(origin.Actor);
        ArgumentNullException.ThrowIfNull(channel);
        if (!TryStreamOf(sessionId, out var stream))
        {
            return SessionRefusals.NotFound.Refuse();
        }

        var view = await _runner.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        var technician = view.State is { } session ? await _channels.EmpowerAsync(origin, session.Channel.Id, cancellationToken).ConfigureAwait(false) : origin;

        // Who may not see the session must not learn of the channel first.
        if (SupportSessionMachine.ViewGuard(view.State, technician.Actor) is { } unseen)
        {
            return unseen;
        }

        if (await _channels.FindVisibleAsync(channel, origin.Actor, cancellationToken).ConfigureAwait(false) is not { } target)
        {
            return ChannelRefusals.NotFound.Refuse();
        }

        technician = technician with { Actor = SessionChannels.Empower(technician.Actor, target) };
        var command = new SessionCommand.TransferToChannel(
            target.ToSessionChannel(),
            view.State!.Assignee is { } assignee && target.FindMember(assignee) is not null,
            await HasRoomAsync(target, cancellationToken).ConfigureAwait(false));
        return await RunAsync(sessionId, stream, command, technician, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Invites another technician (SES-08): for the assigned one; two at most.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="technician">The other technician's <see cref="StateMachines.Actor.Id"/>.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="technician"/> is empty or white space.</exception>
    public ValueTask<Outcome<SessionView>> InviteAsync(
        string sessionId, string technician, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Invite(Named(technician)), origin, options, cancellationToken);

    /// <summary>Leaves the session to which one was invited.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    public ValueTask<Outcome<SessionView>> LeaveAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Leave(), origin, options, cancellationToken);

    /// <summary>Gives the session up (SES-10): for the assigned technician, with the release permission. It is in the queue then.</summary>
    /// <inheritdoc cref="LeaveAsync" />
    public ValueTask<Outcome<SessionView>> ReleaseAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Release(), origin, options, cancellationToken);

    /// <summary>Asks the end user for permission to connect (SES-05).</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="requestId">The request's id, which the answer names; made when left out.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="requestId"/> is empty or white space.</exception>
    public ValueTask<Outcome<SessionView>> RequestAccessAsync(
        string sessionId, CommandOrigin origin, string? requestId = null, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.RequestAccess(GivenOrNew(requestId)), origin, options, cancellationToken);

    /// <summary>Connects to the end user's computer, or joins those who are connected (SES-05).</summary>
    /// <inheritdoc cref="LeaveAsync" />
    public ValueTask<Outcome<SessionView>> ConnectAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Connect(), origin, options, cancellationToken);

    /// <summary>Disconnects from the end user's computer; the permission stays.</summary>
    /// <inheritdoc cref="LeaveAsync" />
    public ValueTask<Outcome<SessionView>> DisconnectAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Disconnect(), origin, options, cancellationToken);

    /// <summary>Writes a note.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="text">What it says; up to 4,000 characters.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="noteId">The note's id, by which a repeat is known; made when left out.</param>
    /// <param name="options">How the command is carried out.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The session as it stands afterwards, or the refusal.</returns>
    /// <exception cref="ArgumentException"><paramref name="noteId"/> is empty or white space.</exception>
    public ValueTask<Outcome<SessionView>> AddNoteAsync(
        string sessionId, string text, CommandOrigin origin, string? noteId = null, CommandOptions options = default, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ExecuteAsync(sessionId, new SessionCommand.AddNote(GivenOrNew(noteId), text), origin, options, cancellationToken);
    }

    /// <summary>Closes the session (SES-11): PIN and link are dead, nobody connects any more.</summary>
    /// <inheritdoc cref="LeaveAsync" />
    public ValueTask<Outcome<SessionView>> CloseAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Close(), origin, options, cancellationToken);

    /// <summary>Deletes the session from its channel (SES-12).</summary>
    /// <inheritdoc cref="LeaveAsync" />
    /// <returns>What is left of it, or the refusal.</returns>
    public ValueTask<Outcome<SessionView>> DeleteAsync(string sessionId, CommandOrigin origin, CommandOptions options = default, CancellationToken cancellationToken = default) =>
        ExecuteAsync(sessionId, new SessionCommand.Delete(), origin, options, cancellationToken);

    private static string Named(string technician)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(technician);
        return technician;
    }

    private string GivenOrNew(string? id)
    {
        if (id is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(id);
        }

        return id ?? _ids.NewId();
    }
}
