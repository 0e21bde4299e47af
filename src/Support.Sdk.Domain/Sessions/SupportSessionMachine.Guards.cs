using System.Diagnostics;
using Support.Sdk.StateMachines;
using static Support.Sdk.Sessions.SessionRefusals;

namespace Support.Sdk.Sessions;

// Who may do what in which status: everything that needs no payload, the same for Decide and Explain.
public sealed partial class SupportSessionMachine
{
    /// <summary>Whether a technician sees the session: takes part in it, or works in its channel (SES-02).</summary>
    /// <param name="session">The session.</param>
    /// <param name="actor">The technician.</param>
    /// <returns>Always <see langword="false"/> for a deleted session and for an end user, who knows it by link or PIN alone.</returns>
    public static bool IsVisibleTo(SupportSession session, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(actor);
        return !session.IsDeleted
            && !SessionPermissions.IsEndUser(actor)
            && (IsJoined(session, actor) || SessionPermissions.CanWorkIn(session.Channel, actor));
    }

    /// <summary>Why a technician may not look at a session, just as the machine answers to a command.</summary>
    /// <param name="session">The session; <see langword="null"/> when there is none.</param>
    /// <param name="actor">The technician.</param>
    /// <returns>
    /// <see langword="null"/> when it is visible; <c>sessions.technician-only</c> for an end user; <c>sessions.not-found</c> for a session that does not exist, was
    /// deleted or stands in somebody else's private channel; else <c>sessions.not-a-participant</c>.
    /// </returns>
    public static Refusal? ViewGuard(SupportSession? session, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (SessionPermissions.IsEndUser(actor))
        {
            return TechnicianOnly.Refuse();
        }

        if (session is null or { IsDeleted: true })
        {
            return NotFound.Refuse();
        }

        return IsVisibleTo(session, actor) ? null : (session.Channel.Owner is null ? NotAParticipant : NotFound).Refuse();
    }

    // The order matters: whoever may not know of a session must get the answer of one that does not exist, before anything else is looked at.
    private static Refusal? Guard(SupportSession? session, SessionTrigger trigger, ref Standing standing)
    {
        var forEndUser = IsForEndUser(trigger);
        if (forEndUser != standing.IsEndUser && !(trigger == SessionTrigger.LoseDevice && standing.Actor == Actor.System))
        {
            return (forEndUser ? EndUserOnly : TechnicianOnly).Refuse();
        }

        if (trigger == SessionTrigger.Create)
        {
            return null;
        }

        if (session is null or { IsDeleted: true })
        {
            return trigger == SessionTrigger.LoseDevice && session is not null ? null : (forEndUser ? Invalid : NotFound).Refuse();
        }

        if (!forEndUser && standing.Unseen is { } unseen)
        {
            return unseen;
        }

        return SessionTables.Session[session.Status, trigger].Refusal ?? GuardOfRole(session, trigger, ref standing);
    }

    private static Refusal? GuardOfRole(SupportSession session, SessionTrigger trigger, ref Standing standing) => trigger switch
    {
        SessionTrigger.Launch or SessionTrigger.Share or SessionTrigger.AddNote => null,
        SessionTrigger.LoseDevice => session.Device is null ? NotLaunched.Refuse() : null,
        SessionTrigger.Take => session.Assignee is { } assignee ? AlreadyAssigned.Refuse(assignee) : null,
        SessionTrigger.Assign => MustLead(session, ref standing) ?? MayGiveUp(ref standing),
        SessionTrigger.TransferToChannel or SessionTrigger.Delete => MustLead(session, ref standing),
        SessionTrigger.Close => session.Status == SessionStatus.InQueue ? null : MustLead(session, ref standing),
        SessionTrigger.TransferToTechnician or SessionTrigger.Release => MustBeAssigned(session, standing.Actor) ?? MayGiveUp(ref standing),
        SessionTrigger.Invite => MustBeAssigned(session, standing.Actor) ?? MayTakeMore(session),
        SessionTrigger.Leave => session.Invited.Contains(standing.Actor.Id) ? null : NotInvited.Refuse(),
        SessionTrigger.RequestAccess => MustReachDevice(session, ref standing) ?? RefusalOf(session, SessionAccessTrigger.Request),
        SessionTrigger.Connect => MustReachDevice(session, ref standing) ?? RefusalOf(session, SessionAccessTrigger.Connect) ?? MayConnect(session.Access, standing.Actor),
        SessionTrigger.Grant => RefusalOf(session, SessionAccessTrigger.Grant),
        SessionTrigger.Reject => RefusalOf(session, SessionAccessTrigger.Reject),
        SessionTrigger.Disconnect => session.Access.Connected.Contains(standing.Actor.Id) ? null : NotConnected.Refuse(),
        SessionTrigger.StopConnection => RefusalOf(session, SessionAccessTrigger.Stop),
        _ => throw new UnreachableException($"The trigger {trigger} has no guard."),
    };

    private static bool IsForEndUser(SessionTrigger trigger) =>
        trigger is SessionTrigger.Launch or SessionTrigger.LoseDevice or SessionTrigger.Grant or SessionTrigger.Reject or SessionTrigger.StopConnection;

    private static bool IsJoined(SupportSession session, Actor actor) => session.Assignee == actor.Id || session.Invited.Contains(actor.Id);

    private static Refusal? MustLead(SupportSession session, ref Standing standing) =>
        session.Assignee == standing.Actor.Id || standing.CanManage ? null : LeadRequired.Refuse();

    private static Refusal? MustBeAssigned(SupportSession session, Actor actor) =>
        session.Assignee == actor.Id ? null : AssigneeRequired.Refuse(session.Assignee ?? "");

    private static Refusal? MayGiveUp(ref Standing standing) =>
        standing.CanRelease ? null : ReleasePermissionRequired.Refuse();

    private static Refusal? MayTakeMore(SupportSession session)
    {
        if (session.Channel.Owner is not null)
        {
            return PrivateChannel.Refuse();
        }

        return session.Invited.Length < MaxTechnicians - 1 ? null : TechnicianLimit.Refuse(MaxTechnicians);
    }

    private static Refusal? MustReachDevice(SupportSession session, ref Standing standing)
    {
        if (!standing.IsJoined)
        {
            return JoinRequired.Refuse();
        }

        return session.Device is { IsOnline: true } ? null : EndUserOffline.Refuse();
    }

    private static Refusal? MayConnect(SessionAccess access, Actor actor)
    {
        if (access.Connected.Contains(actor.Id))
        {
            return AlreadyConnected.Refuse();
        }

        return access.Status == SessionAccessStatus.Connected || access.RequestedBy == actor.Id ? null : PermissionRequired.Refuse();
    }

    private static Refusal? RefusalOf(SupportSession session, SessionAccessTrigger trigger) => SessionTables.Access[session.Access.Status, trigger].Refusal;

    /// <summary>What somebody is to a session: each question is asked once, however many actions are explained.</summary>
    private ref struct Standing(SupportSession? session, Actor actor)
    {
        private bool? _isJoined;
        private bool? _canManage;
        private bool? _canRelease;
        private Refusal? _unseen;
        private bool _looked;

        public readonly Actor Actor => actor;

        public bool IsEndUser { get; } = SessionPermissions.IsEndUser(actor);

        public bool IsJoined => _isJoined ??= SupportSessionMachine.IsJoined(session!, actor);

        public bool CanManage => _canManage ??= SessionPermissions.CanManage(session!.Channel, actor);

        public bool CanRelease => _canRelease ??= SessionPermissions.CanRelease(session!.Channel, actor);

        /// <summary>The answer of <see cref="ViewGuard"/>.</summary>
        public Refusal? Unseen
        {
            get
            {
                if (!_looked)
                {
                    (_unseen, _looked) = (ViewGuard(session, actor), true);
                }

                return _unseen;
            }
        }
    }
}
