using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;

namespace Support.Sdk.Sessions;

/// <summary>Decides what may be done with one attended support session (SES-03 to SES-15).</summary>
/// <remarks>
/// Pure and thread-safe; see <c>docs/sessions.md</c> for the choices that the sources leave open. The machine has no effects of its own: consoles and the support
/// application follow the stream of events.
/// </remarks>
public sealed partial class SupportSessionMachine : IMachine<SupportSession, SessionCommand, SessionEvent, NoEffect>
{
    /// <summary>The index under which a live session is found by its PIN.</summary>
    public const string PinIndex = "session-pin";

    /// <summary>The index under which a live session is found by its link's token.</summary>
    public const string LinkIndex = "session-link";

    /// <summary>The index under which the sessions of a channel are found.</summary>
    public const string ChannelIndex = "session-channel";

    /// <summary>The index under which the live sessions of a channel are found, for its capacity.</summary>
    public const string LiveIndex = "session-live";

    /// <summary>The index under which the sessions in the queue of a channel are found.</summary>
    public const string QueueIndex = "session-queue";

    /// <summary>The index under which the sessions assigned to a technician are found: <i>Home</i> (SES-02).</summary>
    public const string AssigneeIndex = "session-assignee";

    /// <summary>The index under which the live sessions assigned to a technician are found.</summary>
    public const string LiveAssigneeIndex = "session-assignee-live";

    /// <summary>How many technicians a session has at one time, at most: the assigned one and two invited (SES-08).</summary>
    public const int MaxTechnicians = 3;

    /// <summary>How long a note may be, in characters.</summary>
    public const int MaxNoteLength = 4_000;

    private const int KeptNotes = 50;

    private SupportSessionMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("support-session", 1, SessionTables.Session, SessionTables.Access);

    /// <inheritdoc />
    public static MachineFormat<SupportSession, SessionEvent, NoEffect> Format { get; } = new(
        Info,
        SessionJsonContext.Default.SupportSession,
        SessionJsonContext.Default.SessionEvent,
        effect: null);

    /// <summary>The stream of a session.</summary>
    /// <param name="sessionId">The session's id; never one that was used before.</param>
    public static StreamId StreamOf(string sessionId) => StreamId.Create(Info.Name, sessionId);

    /// <inheritdoc />
    public static Decision<SessionEvent> Decide(SupportSession? state, SessionCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        var standing = new Standing(state, context.Actor);
        if (Guard(state, TriggerOf(command), ref standing) is { } refusal)
        {
            return refusal;
        }

        var actor = context.Actor.Id;
        return command switch
        {
            SessionCommand.Create create => DecideCreate(state, create, context),
            SessionCommand.Launch launch => DecideLaunch(state!, launch),
            SessionCommand.LoseDevice lose => DecideLoseDevice(state!, lose),
            SessionCommand.Assign assign => DecideAssign(state!, assign.Technician, new SessionEvent.Assigned(assign.Technician)),
            SessionCommand.Take => new SessionEvent.Assigned(actor),
            SessionCommand.TransferToTechnician transfer => DecideAssign(state!, transfer.Technician, new SessionEvent.Transferred(transfer.Technician)),
            SessionCommand.TransferToChannel transfer => DecideTransfer(state!, transfer, context.Actor),
            SessionCommand.Invite invite => DecideInvite(state!, invite),
            SessionCommand.Leave => new SessionEvent.TechnicianLeft(actor),
            SessionCommand.Release => new SessionEvent.Released(),
            SessionCommand.RequestAccess request => new SessionEvent.AccessRequested(request.RequestId, actor, context.Now + state!.Channel.ConsentTimeOut),
            SessionCommand.Grant grant => DecideAnswer(state!, grant.RequestId, grant.DeviceId, new SessionEvent.AccessGranted(grant.RequestId)),
            SessionCommand.Reject reject => DecideAnswer(state!, reject.RequestId, reject.DeviceId, new SessionEvent.AccessRejected(reject.RequestId)),
            SessionCommand.Connect => new SessionEvent.Connected(actor),
            SessionCommand.Disconnect => new SessionEvent.Disconnected(actor),
            SessionCommand.StopConnection stop => OfDevice(state!, stop.DeviceId) is { } other ? other : new SessionEvent.ConnectionStopped(),
            SessionCommand.AddNote note => DecideNote(state!, note, context),
            SessionCommand.Share => Decision<SessionEvent>.Nothing,
            SessionCommand.Close => new SessionEvent.Closed(),
            SessionCommand.Delete => new SessionEvent.Deleted(),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<SessionEvent> Advance(SupportSession state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.IsLive)
        {
            return Decision<SessionEvent>.Nothing;
        }

        SessionEvent? timedOut = state.Access is { AnswerBy: { } answerBy, RequestId: { } request } && answerBy <= now && answerBy <= state.ExpiresAt
            ? new SessionEvent.AccessTimedOut(request, answerBy)
            : null;
        SessionEvent? expired = state.ExpiresAt <= now ? new SessionEvent.Expired(state.ExpiresAt) : null;
        return (timedOut, expired) switch
        {
            (null, null) => Decision<SessionEvent>.Nothing,
            ({ } first, { } second) => Decision<SessionEvent>.Accept(first, second),
            _ => (timedOut ?? expired)!,
        };
    }

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(SupportSession state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!state.IsLive)
        {
            return null;
        }

        return state.Access.AnswerBy is { } answerBy && answerBy < state.ExpiresAt ? answerBy : state.ExpiresAt;
    }

    /// <inheritdoc />
    public static void React(SessionEvent @event, SupportSession after, ICollection<NoEffect> effects)
    {
    }

    /// <inheritdoc />
    /// <remarks>Changes of the access have the subject <c>access</c>; all others concern the whole.</remarks>
    public static StatusChange Describe(SupportSession? before, SessionEvent @event, SupportSession after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return @event is SessionEvent.AccessRequested or SessionEvent.AccessGranted or SessionEvent.AccessRejected or SessionEvent.AccessTimedOut
            or SessionEvent.Connected or SessionEvent.Disconnected or SessionEvent.ConnectionStopped
            ? new("access", (before?.Access ?? SessionAccess.None).Status.ToString(), after.Access.Status.ToString())
            : new("", (before?.Status ?? SessionStatus.None).ToString(), after.Status.ToString());
    }

    /// <inheritdoc />
    public static IReadOnlyList<IndexEntry> Index(SupportSession state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.IsDeleted)
        {
            return [];
        }

        List<IndexEntry> entries = [new(ChannelIndex, state.Channel.Id)];
        if (state.IsLive)
        {
            entries.Add(new(LiveIndex, state.Channel.Id));
        }

        if (state.Status == SessionStatus.InQueue)
        {
            entries.Add(new(QueueIndex, state.Channel.Id));
        }

        if (state.Assignee is { } assignee)
        {
            entries.Add(new(AssigneeIndex, assignee));
            if (state.IsLive)
            {
                entries.Add(new(LiveAssigneeIndex, assignee));
            }
        }

        if (state.Secrets is { } secrets)
        {
            entries.Add(new(PinIndex, secrets.Pin));
            entries.Add(new(LinkIndex, secrets.LinkToken));
        }

        return entries;
    }

    /// <inheritdoc />
    /// <remarks>A live session holds its PIN and its link alone among all live sessions (SES-17); with its end both are free again, and dead.</remarks>
    public static IReadOnlyList<string> Claims(SupportSession state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Secrets is { } secrets ? [$"pin/{secrets.Pin}", $"link/{secrets.LinkToken}"] : [];
    }
}
