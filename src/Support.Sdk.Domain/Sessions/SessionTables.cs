using Support.Sdk.StateMachines;
using static Support.Sdk.Sessions.SessionRefusals;
using static Support.Sdk.Sessions.SessionStatus;
using static Support.Sdk.Sessions.SessionTrigger;

namespace Support.Sdk.Sessions;

/// <summary>The transition tables of the session machine.</summary>
/// <remarks>A cell that refuses names first what the status itself has against the trigger, then what whoever asks may hear instead.</remarks>
public static class SessionTables
{
    private static readonly RefusalCode[] Stranger = [TechnicianOnly, NotFound, NotAParticipant];
    private static readonly SessionTrigger[] OfEndUser = [Launch, Grant, Reject, StopConnection];
    private static readonly SessionTrigger[] OfTechnician =
    [
        Assign, Take, TransferToTechnician, SessionTrigger.TransferToChannel, Invite, Leave, Release, RequestAccess, Connect, Disconnect, AddNote, Share, Close,
        Delete,
    ];

    /// <summary>What befalls a session: status × trigger.</summary>
    public static TransitionTable<SessionStatus, SessionTrigger> Session { get; } =
        TransitionTable<SessionStatus, SessionTrigger>.Create("session", None, table =>
        {
            DefineBeginning(table);
            DefineEndUser(table);
            DefinePeople(table);
            DefineAccess(table);
            DefineEnd(table);
        });

    /// <summary>What befalls the access to the end user's computer while the session is active.</summary>
    public static TransitionTable<SessionAccessStatus, SessionAccessTrigger> Access { get; } =
        TransitionTable<SessionAccessStatus, SessionAccessTrigger>.Create("session-access", SessionAccessStatus.None, table =>
        {
            table.Move(SessionAccessStatus.None, SessionAccessTrigger.Request, SessionAccessStatus.Requested);
            table.Refuse(SessionAccessStatus.Requested, SessionAccessTrigger.Request, PermissionPending);
            table.Refuse(SessionAccessStatus.Granted, SessionAccessTrigger.Request, AlreadyGranted);
            table.Refuse(SessionAccessStatus.Connected, SessionAccessTrigger.Request, AlreadyConnected);

            table.OtherwiseRefuse(SessionAccessTrigger.Grant, PermissionNotPending);
            table.Move(SessionAccessStatus.Requested, SessionAccessTrigger.Grant, SessionAccessStatus.Granted, unless: [PermissionNotPending]);
            table.OtherwiseRefuse(SessionAccessTrigger.Reject, PermissionNotPending);
            table.Move(SessionAccessStatus.Requested, SessionAccessTrigger.Reject, SessionAccessStatus.None, unless: [PermissionNotPending]);
            table.OtherwiseStay(SessionAccessTrigger.TimeOut);
            table.Move(SessionAccessStatus.Requested, SessionAccessTrigger.TimeOut, SessionAccessStatus.None);

            table.Refuse(SessionAccessStatus.None, SessionAccessTrigger.Connect, PermissionRequired);
            table.Refuse(SessionAccessStatus.Requested, SessionAccessTrigger.Connect, PermissionPending);
            table.Move(SessionAccessStatus.Granted, SessionAccessTrigger.Connect, SessionAccessStatus.Connected, unless: [PermissionRequired]);
            table.Stay(SessionAccessStatus.Connected, SessionAccessTrigger.Connect, AlreadyConnected);

            table.OtherwiseRefuse(SessionAccessTrigger.Disconnect, NotConnected);
            table.Move(
                SessionAccessStatus.Connected,
                SessionAccessTrigger.Disconnect,
                SessionAccessStatus.Granted,
                or: [SessionAccessStatus.Connected],
                unless: [NotConnected]);
            table.OtherwiseRefuse(SessionAccessTrigger.Stop, NotConnected);
            table.Move(SessionAccessStatus.Granted, SessionAccessTrigger.Stop, SessionAccessStatus.None);
            table.Move(SessionAccessStatus.Connected, SessionAccessTrigger.Stop, SessionAccessStatus.None);

            table.Stay(SessionAccessStatus.None, SessionAccessTrigger.Withdraw);
            table.Move(SessionAccessStatus.Requested, SessionAccessTrigger.Withdraw, SessionAccessStatus.None);
            table.Move(SessionAccessStatus.Granted, SessionAccessTrigger.Withdraw, SessionAccessStatus.None);
            table.Move(SessionAccessStatus.Connected, SessionAccessTrigger.Withdraw, SessionAccessStatus.None);
        });

    private static void DefineBeginning(TransitionTableBuilder<SessionStatus, SessionTrigger> table)
    {
        table.Move(
            None,
            Create,
            Waiting,
            unless:
            [
                TechnicianOnly, IdTaken, NotOnPremises, VersionUnknown, VersionTooOld, LicenceMissing, FeatureMissing, SessionRefusals.ChannelAccessRequired,
                ChannelFull,
            ]);
        foreach (var status in (ReadOnlySpan<SessionStatus>)[Waiting, Active, InQueue])
        {
            // The same technician with the same secrets repeats; anybody else has hit upon a taken id.
            table.Stay(status, Create, TechnicianOnly, IdTaken);
        }

        table.OtherwiseRefuse(Create, IdTaken, TechnicianOnly);

        foreach (var trigger in OfEndUser)
        {
            table.Refuse(None, trigger, Invalid, EndUserOnly);
        }

        foreach (var trigger in OfTechnician)
        {
            table.Refuse(None, trigger, NotFound, TechnicianOnly);
        }

        // A tombstone need not be told again.
        table.Stay(None, LoseDevice, EndUserOnly, Invalid);
    }

    private static void DefineEndUser(TransitionTableBuilder<SessionStatus, SessionTrigger> table)
    {
        table.Move(Waiting, Launch, Active, unless: [EndUserOnly]);
        table.Stay(Active, Launch, EndUserOnly, OtherDevice);
        table.Stay(InQueue, Launch, EndUserOnly, OtherDevice);

        table.Refuse(Waiting, LoseDevice, NotLaunched, EndUserOnly);
        table.Stay(Active, LoseDevice, EndUserOnly, OtherDevice);
        foreach (var status in (ReadOnlySpan<SessionStatus>)[InQueue, SessionStatus.Expired, SessionStatus.Closed])
        {
            table.Stay(status, LoseDevice, EndUserOnly, NotLaunched, OtherDevice);
        }
    }

    private static void DefinePeople(TransitionTableBuilder<SessionStatus, SessionTrigger> table)
    {
        foreach (var status in (ReadOnlySpan<SessionStatus>)[Waiting, Active])
        {
            table.Stay(status, Assign, [.. Stranger, LeadRequired, ReleasePermissionRequired, PrivateChannel, AlreadyAssigned]);
            table.Refuse(status, Take, [AlreadyAssigned, .. Stranger]);
            table.Stay(status, TransferToTechnician, [.. Stranger, AssigneeRequired, ReleasePermissionRequired, PrivateChannel, AlreadyAssigned]);
            table.Move(
                status,
                SessionTrigger.TransferToChannel,
                InQueue,
                or: [status],
                unless: [.. Stranger, LeadRequired, SessionRefusals.ChannelAccessRequired, ChannelFull]);
            table.Stay(status, Invite, [.. Stranger, AssigneeRequired, PrivateChannel, TechnicianLimit, IsAssignee, AlreadyInvited]);
            table.Stay(status, Leave, [.. Stranger, NotInvited]);
            table.Move(status, Release, InQueue, unless: [.. Stranger, AssigneeRequired, ReleasePermissionRequired]);
        }

        table.Move(InQueue, Assign, Waiting, or: [Active], unless: [.. Stranger, LeadRequired, PrivateChannel]);
        table.Move(InQueue, Take, Waiting, or: [Active], unless: Stranger);
        table.Refuse(InQueue, TransferToTechnician, [NoAssignee, .. Stranger]);
        table.Stay(InQueue, SessionTrigger.TransferToChannel, [.. Stranger, LeadRequired, SessionRefusals.ChannelAccessRequired, ChannelFull]);
        table.Refuse(InQueue, Invite, [NoAssignee, .. Stranger]);
        table.Refuse(InQueue, Leave, [NotInvited, .. Stranger]);
        table.Refuse(InQueue, Release, [NoAssignee, .. Stranger]);
        table.Stay(SessionStatus.Expired, Leave, [.. Stranger, NotInvited]);
        table.Refuse(SessionStatus.Closed, Leave, [NotInvited, .. Stranger]);
    }

    private static void DefineAccess(TransitionTableBuilder<SessionStatus, SessionTrigger> table)
    {
        table.Refuse(Waiting, RequestAccess, [NotLaunched, .. Stranger]);
        table.Stay(Active, RequestAccess, [.. Stranger, JoinRequired, EndUserOffline, PermissionPending, AlreadyGranted, AlreadyConnected]);
        table.Refuse(InQueue, RequestAccess, [NoAssignee, .. Stranger]);
        table.Refuse(Waiting, Connect, [NotLaunched, .. Stranger]);
        table.Stay(Active, Connect, [.. Stranger, JoinRequired, EndUserOffline, PermissionPending, PermissionRequired, AlreadyConnected]);
        table.Refuse(InQueue, Connect, [NoAssignee, .. Stranger]);

        foreach (var trigger in (ReadOnlySpan<SessionTrigger>)[Grant, Reject])
        {
            table.Refuse(Waiting, trigger, PermissionNotPending, EndUserOnly);
            table.Stay(Active, trigger, EndUserOnly, OtherDevice, PermissionNotPending);
            table.Refuse(InQueue, trigger, PermissionNotPending, EndUserOnly);
        }

        table.Refuse(Waiting, Disconnect, [NotConnected, .. Stranger]);
        table.Stay(Active, Disconnect, [.. Stranger, NotConnected]);
        table.Refuse(InQueue, Disconnect, [NotConnected, .. Stranger]);
        table.Stay(SessionStatus.Expired, Disconnect, [.. Stranger, NotConnected]);
        table.Refuse(Waiting, StopConnection, NotConnected, EndUserOnly);
        table.Stay(Active, StopConnection, EndUserOnly, OtherDevice, NotConnected);
        table.Refuse(InQueue, StopConnection, NotConnected, EndUserOnly);
        table.Stay(SessionStatus.Expired, StopConnection, EndUserOnly, OtherDevice, NotConnected);
    }

    private static void DefineEnd(TransitionTableBuilder<SessionStatus, SessionTrigger> table)
    {
        foreach (var status in (ReadOnlySpan<SessionStatus>)[Waiting, Active, InQueue])
        {
            table.Stay(status, Share, Stranger);
            table.Move(status, TimeUp, SessionStatus.Expired);
        }

        foreach (var status in (ReadOnlySpan<SessionStatus>)[Waiting, Active, InQueue, SessionStatus.Expired, SessionStatus.Closed])
        {
            table.Stay(status, AddNote, [.. Stranger, NoteEmpty, NoteTooLong]);
            table.Move(status, Delete, None, unless: [.. Stranger, LeadRequired]);
        }

        table.Move(Waiting, Close, SessionStatus.Closed, unless: [.. Stranger, LeadRequired]);
        table.Move(Active, Close, SessionStatus.Closed, unless: [.. Stranger, LeadRequired]);
        table.Move(InQueue, Close, SessionStatus.Closed, unless: Stranger);
        table.Move(SessionStatus.Expired, Close, SessionStatus.Closed, unless: [.. Stranger, LeadRequired]);
        table.OtherwiseStay(TimeUp);

        foreach (var trigger in OfEndUser)
        {
            if (trigger != StopConnection)
            {
                table.Refuse(SessionStatus.Expired, trigger, SessionExpired, EndUserOnly);
            }

            table.Refuse(SessionStatus.Closed, trigger, SessionClosed, EndUserOnly);
        }

        foreach (var trigger in OfTechnician)
        {
            if (trigger is not (Leave or Disconnect or AddNote or Close or Delete))
            {
                table.Refuse(SessionStatus.Expired, trigger, [SessionExpired, .. Stranger]);
            }

            if (trigger is not (Leave or AddNote or Delete))
            {
                table.Refuse(SessionStatus.Closed, trigger, [SessionClosed, .. Stranger]);
            }
        }
    }
}
