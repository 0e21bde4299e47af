using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings;

/// <summary>Meetings on work items: what a host application calls. One method per action of the sources.</summary>
/// <remarks>
/// Thread-safe. Faults of vendors that may pass do not surface here: what was asked for is committed, tried again in the background, and its progress
/// shows in the panel. Reading a work item or a list asks the vendor directly, and throws its exceptions.
/// </remarks>
public sealed partial class MeetingWorkflow
{
    private readonly MachineRunner<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect> _runner;
    private readonly MeetingSetups _setups;
    private readonly MeetingReplyWriter _writer;
    private readonly IServiceProvider _services;
    private readonly IIdGenerator _ids;
    private readonly TimeProvider _timeProvider;
    private readonly MeetingOptions _options;

    internal MeetingWorkflow(
        MachineRunner<MeetingMachine, WorkItemMeetings, MeetingCommand, MeetingEvent, MeetingEffect> runner,
        MeetingSetups setups,
        MeetingReplyWriter writer,
        IServiceProvider services,
        IIdGenerator ids,
        TimeProvider timeProvider,
        IOptions<SupportSdkOptions> options)
    {
        _runner = runner;
        _setups = setups;
        _writer = writer;
        _services = services;
        _ids = ids;
        _timeProvider = timeProvider;
        _options = options.Value.Meetings;
    }

    /// <summary>Starts an instant meeting in the host's Personal Room (MTG-01). The public reply with the join link waits as a draft, or is submitted at once (MTG-03).</summary>
    /// <param name="request">The request.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call; what was committed by then is finished in the background.</param>
    /// <returns>The meeting with its reply, or the refusal: a missing prerequisite (MTG-02), a closed or unknown work item.</returns>
    /// <exception cref="ArgumentException">The language or the meeting's id is malformed, or the provider or the work item's system is not registered.</exception>
    public async ValueTask<Outcome<MeetingResult>> StartInstantAsync(StartMeetingRequest request, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckParties(request.WorkItem, request.Host);
        var reply = Plan(request.Reply);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(request.TimeZone, out _))
        {
            return MeetingRefusals.TimeZoneUnknown.Refuse(request.TimeZone);
        }

        var prepared = await PrepareAsync(request.WorkItem, request.Host, cancellationToken).ConfigureAwait(false);
        if (prepared.Refusal is { } refusal)
        {
            return refusal;
        }

        var meetingId = request.MeetingId ?? _ids.NewId();
        var topic = string.IsNullOrWhiteSpace(request.Topic) ? _writer.WriteInstantTopic(request.WorkItem, reply.Language) : request.Topic;
        var command = new MeetingCommand.StartInstant(meetingId, request.Host, topic, request.TimeZone, reply, prepared.Value!);
        return await ExecuteAsync(request.WorkItem, command, meetingId, origin, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Schedules a meeting (MTG-04). A work item has at most one scheduled meeting at a time (MTG-05).</summary>
    /// <param name="request">The request.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call; what was committed by then is finished in the background.</param>
    /// <returns>The meeting with its reply, or the refusal: a missing prerequisite, a start in the past, a second meeting, …</returns>
    /// <exception cref="ArgumentException">The language or the meeting's id is malformed, or the provider or the work item's system is not registered.</exception>
    public async ValueTask<Outcome<MeetingResult>> ScheduleAsync(ScheduleMeetingRequest request, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckParties(request.WorkItem, request.Host);
        var reply = Plan(request.Reply);
        var start = request.Start.Resolve();
        if (start.Refusal is { } unclear)
        {
            return unclear;
        }

        var prepared = await PrepareAsync(request.WorkItem, request.Host, cancellationToken).ConfigureAwait(false);
        if (prepared.Refusal is { } refusal)
        {
            return refusal;
        }

        var meetingId = request.MeetingId ?? _ids.NewId();
        var plan = new MeetingPlan(request.Topic, start.Value, request.Duration, request.Start.TimeZone, start.Value - _options.StartLead, request.Invitees);
        var command = new MeetingCommand.Schedule(meetingId, request.Host, plan, reply, prepared.Value!);
        return await ExecuteAsync(request.WorkItem, command, meetingId, origin, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts the scheduled meeting when it is time (MTG-07); starting it again answers the same.</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The meeting with its link, or the refusal; <c>meetings.not-yet</c> says from when on.</returns>
    public ValueTask<Outcome<MeetingResult>> StartAsync(WorkItemRef workItem, string meetingId, CommandOrigin origin, CancellationToken cancellationToken = default) =>
        ExecuteAsync(workItem, new MeetingCommand.Start(meetingId), meetingId, origin, cancellationToken);

    /// <summary>Cancels the scheduled meeting (MTG-09): it is deleted at the provider, and the cancellation becomes a public reply.</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="confirmed">Whether the agent confirmed; otherwise the call is refused.</param>
    /// <param name="reply">The public reply.</param>
    /// <param name="origin">Who asks.</param>
    /// <param name="cancellationToken">Cancels the call; what was committed by then is finished in the background.</param>
    /// <returns>The meeting with the reply, or the refusal.</returns>
    /// <exception cref="ArgumentException">The language is malformed.</exception>
    public ValueTask<Outcome<MeetingResult>> CancelAsync(
        WorkItemRef workItem,
        string meetingId,
        bool confirmed,
        ReplyRequest reply,
        CommandOrigin origin,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return ExecuteAsync(workItem, new MeetingCommand.Cancel(meetingId, confirmed, Plan(reply)), meetingId, origin, cancellationToken);
    }

    /// <summary>Joins a meeting (MTG-10): whoever has access to the work item gets the link when it is time.</summary>
    /// <param name="workItem">The work item.</param>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The link, or the refusal: not yet (and from when on), over, unknown.</returns>
    public async ValueTask<Outcome<Uri>> JoinAsync(WorkItemRef workItem, string meetingId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(meetingId);
        var view = await _runner.ReadAsync(MeetingMachine.StreamOf(workItem), cancellationToken).ConfigureAwait(false);
        var meeting = view.State?.FindMeeting(meetingId);
        return MeetingMachine.JoinGuard(meeting, _timeProvider.GetUtcNow()) is { } refusal
            ? refusal
            : new Uri(meeting!.Access!.JoinLink, UriKind.Absolute);
    }

    /// <summary>What a user sees of the work item's meetings now (MTG-11).</summary>
    public async ValueTask<MeetingPanel> GetPanelAsync(WorkItemRef workItem, CommandOrigin origin, CancellationToken cancellationToken = default)
    {
        var view = await _runner.ReadAsync(MeetingMachine.StreamOf(workItem), cancellationToken).ConfigureAwait(false);
        return MeetingPanel.Of(workItem, view.State, new CommandContext(origin.Actor, _timeProvider.GetUtcNow(), origin.CorrelationId));
    }

    /// <summary>Reads what happened to the work item's meetings, oldest first.</summary>
    public IAsyncEnumerable<HistoryEntry<MeetingEvent>> ReadHistoryAsync(WorkItemRef workItem, CancellationToken cancellationToken = default) =>
        _runner.ReadHistoryAsync(MeetingMachine.StreamOf(workItem), cancellationToken);

    private async ValueTask<Outcome<MeetingResult>> ExecuteAsync(
        WorkItemRef workItem,
        MeetingCommand command,
        string meetingId,
        CommandOrigin origin,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meetingId);
        var outcome = await _runner.ExecuteAsync(MeetingMachine.StreamOf(workItem), command, origin, cancellationToken).ConfigureAwait(false);
        return outcome.Select(view =>
        {
            var meeting = view.State!.FindMeeting(meetingId)!;
            return new MeetingResult(meeting, view.State.FindReply(meeting.ReplyPlan.ReplyId));
        });
    }

    /// <summary>The work item must be there and open, and the prerequisites are gathered: of the set-up first, of the provider if that lets through.</summary>
    private async ValueTask<Outcome<MeetingPrerequisites>> PrepareAsync(WorkItemRef workItem, MeetingHost host, CancellationToken cancellationToken)
    {
        var setup = await _setups.ReadAsync(workItem.System, workItem.Account, cancellationToken).ConfigureAwait(false);
        var facts = setup.ToPrerequisites();
        if (facts is not { ExtensionInstalled: true, SiteLinked: true, ExtensionEnabled: true, MeetingsEnabled: true })
        {
            return facts;
        }

        var workItems = _services.GetRequiredKeyedService<IWorkItems>(workItem.System);
        switch (await workItems.FindAsync(workItem, cancellationToken).ConfigureAwait(false))
        {
            case null:
                return MeetingRefusals.WorkItemNotFound.Refuse();
            case { Status: var status } when status == WorkItemStatus.Closed:
                return MeetingRefusals.WorkItemClosed.Refuse();
            default:
                var provider = _services.GetRequiredKeyedService<IMeetingProvider>(host.Provider);
                return await provider.CheckAsync(host, facts, cancellationToken).ConfigureAwait(false);
        }
    }

    private ReplyPlan Plan(ReplyRequest reply)
    {
        Languages.Check(reply.Language, nameof(reply.Language));
        return new(reply.ReplyId ?? _ids.NewId(), reply.Submission, reply.Language, reply.Status);
    }

    private void CheckParties(WorkItemRef workItem, MeetingHost host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var known = _services.GetRequiredService<IServiceProviderIsKeyedService>();
        if (workItem.System is null || !known.IsKeyedService(typeof(IWorkItems), workItem.System))
        {
            throw new ArgumentException($"No work item system '{workItem.System}' is registered. Call AddZendesk(…) or register an IWorkItems under that key.", nameof(workItem));
        }

        if (!known.IsKeyedService(typeof(IMeetingProvider), host.Provider))
        {
            throw new ArgumentException($"No meeting provider '{host.Provider}' is registered. Call AddWebex(…) or register an IMeetingProvider under that key.", nameof(host));
        }
    }
}
