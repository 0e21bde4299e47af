using Support.Sdk.Meetings;
using Support.Sdk.Testing;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// Everything that people, effects, the provider and time can do to a work item with a few meetings.
internal sealed class MeetingModel(int meetings = 1) : MachineModel<WorkItemMeetings, MeetingCommand, MeetingEvent>
{
    public override DateTimeOffset Start => MeetingFacts.Now;

    public override TimeSpan ClockStep => TimeSpan.FromMinutes(55);

    public override IEnumerable<MeetingCommand> CommandsIn(WorkItemMeetings? state, DateTimeOffset now)
    {
        for (var i = 1; i <= meetings; i++)
        {
            foreach (var command in CommandsOf($"m{i}", state?.FindMeeting($"m{i}"), now))
            {
                yield return command;
            }
        }

        foreach (var reply in (state?.Replies ?? []).Select(reply => reply.Id).Append("nobody"))
        {
            yield return new MeetingCommand.EditReply(reply, "Another text", null);
            yield return new MeetingCommand.EditReply(reply, " ", null);
            yield return new MeetingCommand.SubmitReply(reply);
            yield return new MeetingCommand.DiscardReply(reply);
            yield return new MeetingCommand.ConfirmReplySubmitted(reply);
            yield return new MeetingCommand.ReportReplyRejected(reply, new ReplyRejection(ReplyRejectionReason.Refused, ""));
        }
    }

    public override string Abstract(WorkItemMeetings? state, DateTimeOffset now)
    {
        state ??= WorkItemMeetings.Empty;
        var ofMeetings = state.Meetings.Select(meeting => string.Join(
            ' ',
            meeting.Id,
            meeting.Kind,
            meeting.Status,
            meeting.Access is null,
            meeting.Plan.Topic,
            now < meeting.Plan.OpensAt,
            now < meeting.Plan.EndsAt,
            meeting.Course?.StartedAt is null));
        return string.Join('|', ofMeetings.Concat(state.Replies.Select(reply => $"{reply.Id} {reply.Status}")));
    }

    public override IEnumerable<TableStep> TableStepsOf(ExploredStep<WorkItemMeetings, MeetingCommand, MeetingEvent> step)
    {
        if (step.Command is null)
        {
            if (step.After is null)
            {
                yield return TableStep.Of("meeting", MeetingStatus.None, MeetingTrigger.TimeUp, MeetingStatus.None);
            }

            foreach (var meeting in step.Before?.Meetings ?? [])
            {
                // Time is up for whatever was due; for the rest it is no trigger, but leaves closed meetings as they are.
                var to = step.After!.FindMeeting(meeting.Id)!.Status;
                if (to != meeting.Status || !meeting.IsOpen || meeting.Status == MeetingStatus.Cancelling)
                {
                    yield return TableStep.Of("meeting", meeting.Status, MeetingTrigger.TimeUp, to);
                }
            }
        }
        else if (MeetingTriggers.Of(step.Command) is var (trigger, meetingId))
        {
            yield return TableStep.Of("meeting", MeetingTriggers.StatusOf(step.Before, meetingId), trigger, MeetingTriggers.StatusOf(step.After, meetingId));
        }
        else if (MeetingTriggers.OfReply(step.Command) is var (replyTrigger, replyId))
        {
            yield return TableStep.Of("reply", MeetingTriggers.ReplyStatusOf(step.Before, replyId), replyTrigger, MeetingTriggers.ReplyStatusOf(step.After, replyId));
        }
    }

    public override (string Action, string Subject)? ActionOf(WorkItemMeetings? state, MeetingCommand command) => command switch
    {
        MeetingCommand.Schedule schedule when state?.FindMeeting(schedule.MeetingId) is null => ("Schedule", ""),
        MeetingCommand.Start start => ("Start", start.MeetingId),
        MeetingCommand.Cancel cancel => ("Cancel", cancel.MeetingId),
        MeetingCommand.EditReply edit => ("EditReply", edit.ReplyId),
        MeetingCommand.SubmitReply submit => ("SubmitReply", submit.ReplyId),
        MeetingCommand.DiscardReply discard => ("DiscardReply", discard.ReplyId),
        _ => null,
    };

    public override IEnumerable<string> ViolationsOf(ExploredStep<WorkItemMeetings, MeetingCommand, MeetingEvent> step) => MeetingRules.Violations(step);

    private static IEnumerable<MeetingCommand> CommandsOf(string id, Meeting? meeting, DateTimeOffset now)
    {
        var plan = Plan with { StartsAt = now.AddHours(2), OpensAt = now.AddHours(2).AddMinutes(-10) };
        yield return StartInstant(id, $"{id}-r1", submission: ReplySubmission.AtOnce);
        yield return StartInstant(id, $"{id}-r1", new MeetingPrerequisites { HasPersonalRoom = false });
        yield return Schedule(id, $"{id}-r1", plan);
        yield return Schedule(id, $"{id}-r1", plan with { Topic = "" });
        yield return new MeetingCommand.Start(id);
        yield return Cancel(id, $"{id}-r2");
        yield return Cancel(id, $"{id}-r2", confirmed: false);
        yield return Provisioned(id, meeting?.Kind == MeetingKind.Instant ? Room : Access);
        yield return new MeetingCommand.ReportProvisioningFailed(id, MeetingEndReason.RefusedByProvider, "no");
        yield return Cancelled(id);
        yield return new MeetingCommand.ReportCancellationFailed(id, IsRunning: true, "");
        yield return new MeetingCommand.ReportCancellationFailed(id, IsRunning: false, "");
        yield return Started(now, id);
        yield return Ended(now, id);
        yield return Ended(now.AddHours(-1), id);
        yield return Updated(now, now.AddHours(3), "Moved", id);
        yield return Deleted(now, $"{id}-r3", id);
    }
}
