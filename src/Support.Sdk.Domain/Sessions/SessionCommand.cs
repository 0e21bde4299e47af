namespace Support.Sdk.Sessions;

/// <summary>What can be asked of a support session. The set is closed.</summary>
/// <remarks>Who asks comes with the command's context; technicians are named by their <see cref="StateMachines.Actor.Id"/>.</remarks>
public abstract record SessionCommand
{
    private protected SessionCommand()
    {
    }

    /// <summary>A technician makes a session and is assigned to it (SES-03).</summary>
    /// <param name="Channel">The channel, with its settings.</param>
    /// <param name="Secrets">The PIN and the link; see <see cref="ISessionSecrets"/>.</param>
    /// <param name="Attended">The facts about licence and version, found just before (SES-01).</param>
    /// <param name="HasRoom">Whether the channel has room for one more session, found just before.</param>
    public sealed record Create(SessionChannel Channel, SessionSecrets Secrets, AttendedAccess Attended, bool HasRoom = true) : SessionCommand;

    /// <summary>The end user launches the support application, for the first time or again (SES-04).</summary>
    /// <param name="DeviceId">The computer's id.</param>
    public sealed record Launch(string DeviceId) : SessionCommand;

    /// <summary>The end user's computer is gone.</summary>
    /// <param name="DeviceId">The computer's id.</param>
    public sealed record LoseDevice(string DeviceId) : SessionCommand;

    /// <summary>A technician is assigned or reassigned (SES-06).</summary>
    /// <param name="Technician">The technician.</param>
    public sealed record Assign(string Technician) : SessionCommand;

    /// <summary>The technician who asks takes the session from the queue (SES-10).</summary>
    public sealed record Take : SessionCommand;

    /// <summary>The assigned technician hands the session to another (SES-07).</summary>
    /// <param name="Technician">The other.</param>
    public sealed record TransferToTechnician(string Technician) : SessionCommand;

    /// <summary>The session moves to another channel (SES-07).</summary>
    /// <param name="Channel">The channel, with its settings.</param>
    /// <param name="AssigneeHasAccess">Whether the assigned technician may work there; without it the session goes to the queue there.</param>
    /// <param name="HasRoom">Whether the channel has room for one more session, found just before.</param>
    public sealed record TransferToChannel(SessionChannel Channel, bool AssigneeHasAccess = true, bool HasRoom = true) : SessionCommand;

    /// <summary>The assigned technician invites another (SES-08).</summary>
    /// <param name="Technician">The other.</param>
    public sealed record Invite(string Technician) : SessionCommand;

    /// <summary>The invited technician who asks leaves.</summary>
    public sealed record Leave : SessionCommand;

    /// <summary>The assigned technician gives the session up (SES-10).</summary>
    public sealed record Release : SessionCommand;

    /// <summary>A technician asks for permission to connect (SES-05).</summary>
    /// <param name="RequestId">The request's id, given by the caller; the answer names it.</param>
    public sealed record RequestAccess(string RequestId) : SessionCommand;

    /// <summary>The end user grants the permission.</summary>
    /// <param name="RequestId">The request that is answered; an answer to any other comes too late.</param>
    /// <param name="DeviceId">The computer on which it is answered.</param>
    public sealed record Grant(string RequestId, string DeviceId) : SessionCommand;

    /// <summary>The end user rejects the request.</summary>
    /// <param name="RequestId">The request that is answered.</param>
    /// <param name="DeviceId">The computer on which it is answered.</param>
    public sealed record Reject(string RequestId, string DeviceId) : SessionCommand;

    /// <summary>The technician who asks connects, or joins those who are connected.</summary>
    public sealed record Connect : SessionCommand;

    /// <summary>The technician who asks disconnects.</summary>
    public sealed record Disconnect : SessionCommand;

    /// <summary>The end user ends the connection of all technicians and takes the permission back.</summary>
    /// <param name="DeviceId">The computer on which that is done.</param>
    public sealed record StopConnection(string DeviceId) : SessionCommand;

    /// <summary>A technician writes a note.</summary>
    /// <param name="NoteId">The note's id, given by the caller; naming one that exists is a repeat and records nothing.</param>
    /// <param name="Text">What it says; up to 4,000 characters.</param>
    public sealed record AddNote(string NoteId, string Text) : SessionCommand;

    /// <summary>A technician copies the link or looks at the PIN (SES-09). Records nothing; when it is accepted, the caller may show them.</summary>
    public sealed record Share : SessionCommand;

    /// <summary>A technician closes the session (SES-11).</summary>
    public sealed record Close : SessionCommand;

    /// <summary>A technician deletes the session from its channel (SES-12).</summary>
    public sealed record Delete : SessionCommand;
}
