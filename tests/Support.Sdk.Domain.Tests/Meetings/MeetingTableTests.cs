using Shouldly;
using Support.Sdk.Meetings;
using Support.Sdk.StateMachines;
using static Support.Sdk.Tests.Meetings.MeetingFacts;

namespace Support.Sdk.Tests.Meetings;

// Walks every cell of both tables: what the machine does in all scenes with all payloads together is exactly what the cell promises, no less and no more.
public sealed class MeetingTableTests
{
    public static TheoryData<MeetingStatus, MeetingTrigger> MeetingCells() => Cells<MeetingStatus, MeetingTrigger>();

    public static TheoryData<ReplyStatus, ReplyTrigger> ReplyCells() => Cells<ReplyStatus, ReplyTrigger>();

    [Theory]
    [MemberData(nameof(MeetingCells))]
    public void Meeting_EveryCell_DoesExactlyWhatTheTableSays(MeetingStatus status, MeetingTrigger trigger)
    {
        var cell = MeetingTables.Meeting[status, trigger];
        HashSet<MeetingStatus> targets = [];
        HashSet<RefusalCode> refusals = [];
        for (var scene = 0; scene < MeetingScenes.With(status).Count(); scene++)
        {
            for (var payload = 0; payload < Commands(trigger, EndsAt).Count(); payload++)
            {
                var here = MeetingScenes.With(status).ElementAt(scene);
                MeetingTriggers.StatusOf(here.State, Id).ShouldBe(status);
                Observe(here, Commands(trigger, here.Now).ElementAt(payload), s => MeetingTriggers.StatusOf(s, Id), targets, refusals);
            }
        }

        targets.ShouldBe(cell.Targets, ignoreOrder: true);
        refusals.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(ReplyCells))]
    [Requirement("MTG-03")]
    public void Reply_EveryCell_DoesExactlyWhatTheTableSays(ReplyStatus status, ReplyTrigger trigger)
    {
        var cell = MeetingTables.Reply[status, trigger];
        HashSet<ReplyStatus> targets = [];
        HashSet<RefusalCode> refusals = [];
        for (var scene = 0; scene < MeetingScenes.With(status).Count(); scene++)
        {
            for (var payload = 0; payload < Commands(trigger).Count(); payload++)
            {
                var here = MeetingScenes.With(status).ElementAt(scene);
                if (trigger is ReplyTrigger.Draft or ReplyTrigger.DraftAndSubmit && status == ReplyStatus.None)
                {
                    here.Given(Schedule(submission: trigger == ReplyTrigger.Draft ? ReplySubmission.Draft : ReplySubmission.AtOnce));
                }

                MeetingTriggers.ReplyStatusOf(here.State, "r1").ShouldBe(status);
                Observe(here, Commands(trigger).ElementAt(payload), s => MeetingTriggers.ReplyStatusOf(s, "r1"), targets, refusals);
            }
        }

        targets.ShouldBe(cell.Targets, ignoreOrder: true);
        refusals.ShouldBe(cell.Refusals, ignoreOrder: true);
    }

    private static void Observe<TStatus>(
        MeetingScene scene,
        MeetingCommand? command,
        Func<WorkItemMeetings, TStatus> statusOf,
        HashSet<TStatus> targets,
        HashSet<RefusalCode> refusals)
    {
        var before = scene.State;
        var decision = Decision<MeetingEvent>.Nothing;
        if (command is null)
        {
            scene.At(EndsAt);
        }
        else
        {
            decision = scene.When(command);
        }

        if (decision.Refusal is { } refusal)
        {
            refusals.Add(refusal.Definition);
            scene.State.ShouldBeSameAs(before);
        }
        else
        {
            targets.Add(statusOf(scene.State));
        }
    }

    private static IEnumerable<MeetingCommand?> Commands(MeetingTrigger trigger, DateTimeOffset now)
    {
        var plan = Plan with { StartsAt = now.AddHours(1), OpensAt = now.AddMinutes(50) };
        return trigger switch
        {
            MeetingTrigger.StartInstant => [StartInstant(), StartInstant(reply: "r5"), .. Unmet().Select(facts => StartInstant(prerequisites: facts))],
            MeetingTrigger.Schedule =>
            [
                Schedule(plan: plan), Schedule(reply: "r5", plan: plan),
                Schedule(plan: plan with { Topic = " " }),
                Schedule(plan: plan with { StartsAt = now.AddTicks(-1) }),
                Schedule(plan: plan with { Duration = TimeSpan.Zero }),
                Schedule(plan: plan, prerequisites: new MeetingPrerequisites { MaximumDuration = TimeSpan.FromMinutes(59) }),
                .. Unmet().Select(facts => Schedule(plan: plan, prerequisites: facts)),
            ],
            MeetingTrigger.Start => [new MeetingCommand.Start(Id)],
            MeetingTrigger.Cancel => [Cancel(), Cancel(confirmed: false), Cancel(reply: "r1")],
            MeetingTrigger.Provisioned => [Provisioned()],
            MeetingTrigger.ProvisioningFailed => [new MeetingCommand.ReportProvisioningFailed(Id, MeetingEndReason.RefusedByProvider, "no")],
            MeetingTrigger.CancellationConfirmed => [Cancelled()],
            MeetingTrigger.CancellationFailed => [new MeetingCommand.ReportCancellationFailed(Id, true, ""), new MeetingCommand.ReportCancellationFailed(Id, false, "")],
            MeetingTrigger.ReportedStarted => [Started(now), Started(MeetingFacts.Now.AddHours(-1)), Started(EndsAt.AddMinutes(-30))],
            MeetingTrigger.ReportedEnded => [Ended(now), Ended(MeetingFacts.Now.AddHours(-1))],
            MeetingTrigger.ReportedUpdated => [Updated(now, now.AddHours(3)), Updated(now, now.AddHours(-3), "Too late")],
            MeetingTrigger.ReportedDeleted => [Deleted(now)],
            MeetingTrigger.TimeUp => [null],
            _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger has no command."),
        };
    }

    private static IEnumerable<MeetingCommand> Commands(ReplyTrigger trigger) => trigger switch
    {
        ReplyTrigger.Draft or ReplyTrigger.DraftAndSubmit => [Provisioned()],
        ReplyTrigger.EditReply => [new MeetingCommand.EditReply("r1", "Another text", null), new MeetingCommand.EditReply("r1", " ", null)],
        ReplyTrigger.SubmitReply => [new MeetingCommand.SubmitReply("r1")],
        ReplyTrigger.DiscardReply => [new MeetingCommand.DiscardReply("r1")],
        ReplyTrigger.ReplySubmitted => [new MeetingCommand.ConfirmReplySubmitted("r1")],
        ReplyTrigger.ReplyRejected => [new MeetingCommand.ReportReplyRejected("r1", new ReplyRejection(ReplyRejectionReason.Unavailable, ""))],
        _ => throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "The trigger has no command."),
    };

    private static IEnumerable<MeetingPrerequisites> Unmet() =>
    [
        new() { ExtensionInstalled = false }, new() { SiteLinked = false }, new() { ExtensionEnabled = false }, new() { MeetingsEnabled = false },
        new() { ReauthorizationRequired = true }, new() { AccountRestricted = true }, new() { HasPersonalRoom = false },
    ];

    private static TheoryData<TStatus, TTrigger> Cells<TStatus, TTrigger>()
        where TStatus : struct, Enum
        where TTrigger : struct, Enum
    {
        TheoryData<TStatus, TTrigger> cells = [];
        foreach (var status in Enum.GetValues<TStatus>())
        {
            foreach (var trigger in Enum.GetValues<TTrigger>())
            {
                cells.Add(status, trigger);
            }
        }

        return cells;
    }
}
