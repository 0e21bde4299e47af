using System.Diagnostics;

namespace Support.Sdk.Sessions;

// What the state is after an event.
public sealed partial class SupportSessionMachine
{
    /// <inheritdoc />
    public static SupportSession Evolve(SupportSession? state, SessionEvent @event)
    {
        if (@event is SessionEvent.Created created)
        {
            return new SupportSession
            {
                Status = SessionStatus.Waiting,
                Channel = created.Channel,
                CreatedBy = created.Technician,
                CreatedAt = created.At,
                ExpiresAt = created.At + created.Channel.TimeOut,
                Secrets = created.Secrets,
                Assignee = created.Technician,
            };
        }

        return EvolveExisting(state ?? throw new InvalidOperationException($"The history of a session begins with {@event.GetType().Name}."), @event);
    }

    private static SupportSession EvolveExisting(SupportSession session, SessionEvent @event) => @event switch
    {
        SessionEvent.Launched launched => Derive(session with { Device = new SessionDevice(launched.DeviceId, IsOnline: true) }),
        SessionEvent.DeviceLost => session with
        {
            Device = session.Device! with { IsOnline = false },
            Access = Withdraw(session.Access, ConsentOutcome.DeviceAbsent),
        },
        SessionEvent.Assigned assigned => Hand(session, assigned.Technician),
        SessionEvent.Transferred transferred => Hand(session, transferred.Technician),
        SessionEvent.MovedToChannel moved => Move(session, moved),
        SessionEvent.TechnicianInvited invited => session with { Invited = session.Invited.Add(invited.Technician) },
        SessionEvent.TechnicianLeft left => session with
        {
            Invited = session.Invited.Remove(left.Technician),
            Access = session.Access.RequestedBy == left.Technician ? Withdraw(session.Access) : Without(session, left.Technician),
        },
        SessionEvent.Released => ToQueue(session),
        SessionEvent.AccessRequested requested => session with
        {
            Access = session.Access with
            {
                Status = SessionAccessStatus.Requested,
                RequestId = requested.RequestId,
                RequestedBy = requested.Technician,
                AnswerBy = requested.AnswerBy,
                LastOutcome = null,
            },
        },
        SessionEvent.AccessGranted => session with
        {
            Access = session.Access with { Status = SessionAccessStatus.Granted, AnswerBy = null, LastOutcome = ConsentOutcome.Granted },
        },
        SessionEvent.AccessRejected => session with { Access = Withdraw(session.Access, ConsentOutcome.Rejected) },
        SessionEvent.AccessTimedOut => session with { Access = Withdraw(session.Access, ConsentOutcome.TimedOut) },
        SessionEvent.Connected connected => session with
        {
            Access = session.Access with { Status = SessionAccessStatus.Connected, Connected = session.Access.Connected.Add(connected.Technician) },
        },
        SessionEvent.Disconnected disconnected => session with { Access = Without(session, disconnected.Technician) },
        SessionEvent.ConnectionStopped => session with { Access = Withdraw(session.Access) },
        SessionEvent.NoteAdded added => session with { Notes = [.. session.Notes.Skip(session.Notes.Length - KeptNotes + 1), added.Note] },

        // What is open stays open until somebody ends it; nothing new starts.
        SessionEvent.Expired => session with
        {
            Status = SessionStatus.Expired,
            Secrets = null,
            Access = session.Access.Status == SessionAccessStatus.Connected ? session.Access : Withdraw(session.Access),
        },
        SessionEvent.Closed => session with { Status = SessionStatus.Closed, Secrets = null, Invited = [], Access = Withdraw(session.Access) },
        SessionEvent.Deleted => new SupportSession
        {
            Status = SessionStatus.None,
            Channel = session.Channel,
            CreatedBy = session.CreatedBy,
            CreatedAt = session.CreatedAt,
            ExpiresAt = session.ExpiresAt,
        },
        _ => throw new UnreachableException($"The event {@event.GetType().Name} has no case."),
    };

    // The status of a live session follows from the facts, so it cannot contradict them.
    private static SupportSession Derive(SupportSession session) => session with
    {
        Status = session switch
        {
            { Assignee: null } => SessionStatus.InQueue,
            { Device: null } => SessionStatus.Waiting,
            _ => SessionStatus.Active,
        },
    };

    private static SupportSession Hand(SupportSession session, string technician) => Derive(session with
    {
        Assignee = technician,
        Invited = session.Invited.Remove(technician),
        Access = Withdraw(session.Access),
    });

    private static SupportSession ToQueue(SupportSession session) => Derive(session with { Assignee = null, Invited = [], Access = Withdraw(session.Access) });

    private static SupportSession Move(SupportSession session, SessionEvent.MovedToChannel moved)
    {
        var there = session with { Channel = moved.Channel };
        if (!moved.KeepsAssignee)
        {
            return ToQueue(there);
        }

        // Nobody but its owner is in a private channel.
        return moved.Channel.Owner is null || session.Invited.IsEmpty ? there : there with { Invited = [], Access = Withdraw(session.Access) };
    }

    private static SessionAccess Withdraw(SessionAccess access, ConsentOutcome outcome = ConsentOutcome.Withdrawn) => SessionAccess.None with
    {
        LastOutcome = access.Status == SessionAccessStatus.Requested ? outcome : access.LastOutcome,
    };

    private static SessionAccess Without(SupportSession session, string technician)
    {
        var access = session.Access;
        if (!access.Connected.Contains(technician))
        {
            return access;
        }

        var connected = access.Connected.Remove(technician);
        if (!connected.IsEmpty)
        {
            return access with { Connected = connected };
        }

        return session.Status == SessionStatus.Expired ? Withdraw(access) : access with { Status = SessionAccessStatus.Granted, Connected = [] };
    }
}
