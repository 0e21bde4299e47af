using System.Diagnostics;
using Support.Sdk.StateMachines;
using Support.Sdk.Stores;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>
/// Decides what may be done about the meetings of one work item. The machine is per work item, so the rule of one scheduled meeting (MTG-05) holds on
/// whatever host a command arrives.
/// </summary>
/// <remarks>Pure and thread-safe; see <c>docs/meetings.md</c> for the choices that the sources leave open.</remarks>
public sealed partial class MeetingMachine : IMachine<WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect>
{
    /// <summary>The index under which a meeting is found by its provider's id.</summary>
    public const string ProviderIndex = "provider-meeting";

    /// <summary>How long an instant meeting stays visible (MTG-08).</summary>
    public static readonly TimeSpan InstantVisibility = TimeSpan.FromHours(1);

    private MeetingMachine()
    {
    }

    /// <inheritdoc />
    public static MachineInfo Info { get; } = new("meetings", 1, MeetingTables.Meeting, MeetingTables.Reply);

    /// <inheritdoc />
    public static MachineFormat<WorkItemMeetings, MeetingEvent, MeetingEffect> Format { get; } = new(
        Info,
        MeetingJsonContext.Default.WorkItemMeetings,
        MeetingJsonContext.Default.MeetingEvent,
        MeetingJsonContext.Default.MeetingEffect);

    /// <summary>The stream of a work item's meetings.</summary>
    public static StreamId StreamOf(WorkItemRef workItem) => StreamId.Create(Info.Name, workItem.ToString());

    /// <summary>The work item whose meetings a stream holds.</summary>
    public static WorkItemRef WorkItemOf(StreamId stream) => WorkItemRef.Parse(stream.Key);

    /// <summary>The index entry of a meeting at its provider.</summary>
    public static IndexEntry ProviderEntry(string provider, string account, string providerId) => new(ProviderIndex, $"{provider}:{account}:{providerId}");

    /// <inheritdoc />
    public static Decision<MeetingEvent> Decide(WorkItemMeetings? state, MeetingCommand command, in CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        state ??= WorkItemMeetings.Empty;
        return command switch
        {
            MeetingCommand.Cancel cancel => DecideCancel(state, cancel, context),
            MeetingCommand.Start start => DecideStart(state, start, context),
            MeetingCommand.Schedule schedule => DecideSchedule(state, schedule, context),
            MeetingCommand.StartInstant start => DecideStartInstant(state, start, context),
            MeetingCommand.EditReply edit => DecideEditReply(state, edit),
            MeetingCommand.SubmitReply submit => DecideSubmitReply(state, submit),
            MeetingCommand.DiscardReply discard => DecideDiscardReply(state, discard),
            MeetingCommand.ConfirmProvisioned confirm => DecideProvisioned(state, confirm, context),
            MeetingCommand.ReportProvisioningFailed failed => DecideProvisioningFailed(state, failed, context),
            MeetingCommand.ConfirmCancelled confirm => DecideCancellationConfirmed(state, confirm, context),
            MeetingCommand.ReportCancellationFailed failed => DecideCancellationFailed(state, failed, context),
            MeetingCommand.ConfirmReplySubmitted confirm => DecideReplySubmitted(state, confirm),
            MeetingCommand.ReportReplyRejected rejected => DecideReplyRejected(state, rejected),
            MeetingCommand.ApplyReport apply => DecideReport(state, apply, context),
            _ => throw new UnreachableException($"The command {command.GetType().Name} has no case."),
        };
    }

    /// <inheritdoc />
    public static Decision<MeetingEvent> Advance(WorkItemMeetings state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<MeetingEvent>? events = null;
        foreach (var meeting in state.Meetings)
        {
            if (DeadlineOf(meeting) is { } deadline && deadline <= now)
            {
                (events ??= []).Add(meeting.Status switch
                {
                    MeetingStatus.Requested => new MeetingEvent.ProvisioningFailed(meeting.Id, MeetingEndReason.ProviderUnavailable, "", deadline),
                    MeetingStatus.Scheduled => new MeetingEvent.Missed(meeting.Id, deadline),
                    _ => new MeetingEvent.Ended(meeting.Id, deadline, MeetingEndReason.TimeUp),
                });
            }
        }

        return events is null ? Decision<MeetingEvent>.Nothing : Decision<MeetingEvent>.Accept([.. events]);
    }

    /// <inheritdoc />
    public static DateTimeOffset? NextDeadline(WorkItemMeetings state)
    {
        ArgumentNullException.ThrowIfNull(state);
        DateTimeOffset? next = null;
        foreach (var meeting in state.Meetings)
        {
            if (DeadlineOf(meeting) is { } deadline && (next is null || deadline < next))
            {
                next = deadline;
            }
        }

        return next;
    }

    /// <inheritdoc />
    public static void React(MeetingEvent @event, WorkItemMeetings after, ICollection<MeetingEffect> effects)
    {
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(effects);
        MeetingEffect? effect = @event switch
        {
            MeetingEvent.Requested requested => new MeetingEffect.Provision(requested.MeetingId),
            MeetingEvent.CancellationRequested requested => new MeetingEffect.Delete(requested.MeetingId),
            MeetingEvent.ProvisionedTooLate late => new MeetingEffect.DeleteUnwanted(after.FindMeeting(late.MeetingId)!.Host, late.ProviderId),
            MeetingEvent.Missed missed => new MeetingEffect.Reconcile(missed.MeetingId),
            MeetingEvent.Ended ended => new MeetingEffect.Log(ended.MeetingId),
            MeetingEvent.ReplyDrafted { Submission: ReplySubmission.AtOnce } drafted => new MeetingEffect.Submit(drafted.ReplyId, 1),
            MeetingEvent.ReplySubmissionRequested requested => new MeetingEffect.Submit(requested.ReplyId, after.FindReply(requested.ReplyId)!.Submissions),
            _ => null,
        };
        if (effect is not null)
        {
            effects.Add(effect);
        }
    }

    /// <inheritdoc />
    public static IReadOnlyList<IndexEntry> Index(WorkItemMeetings state)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<IndexEntry> entries = [];
        foreach (var meeting in state.Meetings)
        {
            if (meeting.Access?.ProviderId is { } providerId)
            {
                entries.Add(ProviderEntry(meeting.Host.Provider, meeting.Host.Account, providerId));
            }
        }

        return entries;
    }

    private static DateTimeOffset? DeadlineOf(Meeting meeting) => meeting.Status switch
    {
        MeetingStatus.Requested or MeetingStatus.Scheduled => meeting.Plan.EndsAt,
        MeetingStatus.Live => meeting.VisibleUntil,
        _ => null,
    };

    private static Refusal? RefusalOf(MeetingStatus status, MeetingTrigger trigger) => MeetingTables.Meeting[status, trigger].Refusal;

    private static Refusal? RefusalOf(ReplyStatus status, ReplyTrigger trigger) => MeetingTables.Reply[status, trigger].Refusal;
}
