using Support.Sdk.Emulators.Webhooks;
using Support.Sdk.Meetings;
using Support.Sdk.WorkItems;

namespace Quickstart;

/// <summary>An agent meets a customer about a ticket. Every step checks what it tells.</summary>
internal sealed class Story(World world, Narrator narrator)
{
    private const string TicketPath = "/api/v2/tickets/{id}";
    private const string MeetingsPath = "/v1/meetings";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private MeetingWorkflow Meetings => world.Meetings;

    public async Task TellAsync()
    {
        world.OpenTicket(narrator.Write("ticket.subject"), narrator.Write("ticket.question"));
        narrator.Title("title", ("now", world.Clock.Now));

        await StartAtOnceAsync();
        var tomorrow = await ScheduleAsync();
        await ScheduleAgainAsync(tomorrow);
        await LetTimePassAsync(tomorrow);
        await CancelAsync(tomorrow);
        await ReadTicketAsync();
    }

    /// <summary>An instant meeting. Its public reply waits as a draft; when it is submitted, Zendesk writes it and the answer is lost.</summary>
    private async Task StartAtOnceAsync()
    {
        narrator.Step("start", ("ticket", world.TicketId), ("subject", narrator.Write("ticket.subject")));
        var request = new StartMeetingRequest
        {
            WorkItem = world.WorkItem,
            Host = world.Host,
            TimeZone = Narrator.Paris.Id,
            Reply = new ReplyRequest { Language = narrator.Language },
        };
        var (meeting, draft) = (await Meetings.StartInstantAsync(request, world.Anna)).ValueOrThrow();
        Expect("The status of the instant meeting", MeetingStatus.Live, meeting.Status);
        Expect("The public comments before the draft is submitted", 0, PublicReplies);
        narrator.Say("start.draft");

        var text = $"{draft!.Text}\n{narrator.Write("start.sentence")}";
        (await Meetings.EditReplyAsync(world.WorkItem, draft.Id, text, WorkItemStatus.Pending, world.Anna)).ValueOrThrow();

        world.Zendesk.Faults.On("PUT", TicketPath).CutAfterCommit();
        var reply = (await Meetings.SubmitReplyAsync(world.WorkItem, draft.Id, world.Anna)).ValueOrThrow();
        Expect("The status of the reply", ReplyStatus.Submitted, reply.Status);
        Expect("The connections that Zendesk cut", 1, world.Zendesk.Faults.All.Sum(fault => fault.Struck));
        Expect("The public comments after the connection was cut", 1, PublicReplies);
        narrator.Say("start.cut", ("comments", PublicReplies));
    }

    /// <summary>A meeting for tomorrow. Webex is busy first, and then makes the meeting without being able to say so.</summary>
    private async Task<Meeting> ScheduleAsync()
    {
        narrator.Step("schedule");
        world.Webex.Faults.On("POST", MeetingsPath).Respond(429, retryAfter: "4");
        world.Webex.Faults.On("POST", MeetingsPath).CutAfterCommit();

        var before = world.Clock.Now;
        var (meeting, reply) = (await Meetings.ScheduleAsync(Request(narrator.Write("schedule.topic"), new TimeOnly(10, 0)), world.Anna)).ValueOrThrow();
        Expect("The status of the scheduled meeting", MeetingStatus.Scheduled, meeting.Status);
        Expect("The status of its reply", ReplyStatus.Submitted, reply!.Status);
        Expect("The start of the meeting", new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), meeting.Plan.StartsAt);
        Expect("Whether the call waited as long as Webex demanded", true, world.Clock.Now - before >= TimeSpan.FromSeconds(4));

        var attempts = world.Webex.Requests.Matching("POST", MeetingsPath);
        var meetings = await CountMeetingsAsync();
        Expect("What Webex answered", "429, nothing", string.Join(", ", attempts.Select(attempt => attempt.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing")));
        Expect("The meetings at Webex", 1, meetings);
        Expect("The public comments after scheduling", 2, PublicReplies);
        narrator.Say("schedule.faults", ("attempts", attempts.Count), ("meetings", meetings), ("comments", PublicReplies - 1));
        return meeting;
    }

    private async Task ScheduleAgainAsync(Meeting first)
    {
        narrator.Step("again");
        var refusal = (await Meetings.ScheduleAsync(Request(narrator.Write("again.topic"), new TimeOnly(15, 0)), world.Anna)).Refusal;
        Expect("The refusal of a second meeting", MeetingRefusals.AlreadyScheduled.Code, refusal?.Code);
        Expect("The meetings at Webex", 1, await CountMeetingsAsync());
        narrator.Quote(refusal!);

        narrator.Say("panel.now", ("now", world.Clock.Now));
        var panel = await Meetings.GetPanelAsync(world.WorkItem, world.Anna);
        Expect("The meetings on the panel", 2, panel.Meetings.Count);
        Expect("Why the meeting cannot be started yet", MeetingRefusals.NotYet.Code, panel.Action(nameof(MeetingTrigger.Start), first.Id)?.Refusal?.Code);
        Expect("When the panel changes by itself", panel.Meetings.Min(meeting => meeting.VisibleUntil), panel.NextChangeAt);
        narrator.Show(panel with { Meetings = [.. panel.Meetings.Where(meeting => meeting.Id == first.Id)] });
    }

    /// <summary>Nobody does anything, and yet the instant meeting is over and the scheduled one can be started.</summary>
    private async Task LetTimePassAsync(Meeting meeting)
    {
        world.Clock.WindTo(meeting.Plan.StartsAt);
        await UntilAsync("The private notes, of the meeting that is over", 1, () => PrivateNotes);
        narrator.Step("wait", ("now", meeting.Plan.StartsAt), ("notes", PrivateNotes));
        var panel = await Meetings.GetPanelAsync(world.WorkItem, world.Anna);
        var shown = panel.Meetings.Single();
        Expect("The only meeting on the panel", meeting.Id, shown.Id);
        Expect("The refusal to start it", null, panel.Action(nameof(MeetingTrigger.Start), meeting.Id)?.Refusal);
        Expect("Its link", meeting.Access!.JoinLink, shown.JoinLink);
        narrator.Show(panel);
    }

    /// <summary>Cancelling needs a confirmation. Webex reports the deletion too, and twice: the customer hears of it once.</summary>
    private async Task CancelAsync(Meeting meeting)
    {
        narrator.Step("cancel");
        var reply = new ReplyRequest { Submission = ReplySubmission.AtOnce, Language = narrator.Language, Status = WorkItemStatus.Open };
        var refusal = (await Meetings.CancelAsync(world.WorkItem, meeting.Id, confirmed: false, reply, world.Anna)).Refusal;
        Expect("The refusal without a confirmation", MeetingRefusals.ConfirmationMissing.Code, refusal?.Code);

        world.Webex.Webhooks.Faults.On("meetings.deleted").Duplicate();
        var cancelled = (await Meetings.CancelAsync(world.WorkItem, meeting.Id, confirmed: true, reply, world.Anna)).ValueOrThrow();
        Expect("The status of the meeting", MeetingStatus.Cancelled, cancelled.Meeting.Status);
        await UntilAsync("The webhooks that told of the deletion", 2, () => DeliveredWebhooks);

        var panel = await Meetings.GetPanelAsync(world.WorkItem, world.Anna);
        var meetings = await CountMeetingsAsync();
        Expect("The meetings at Webex", 0, meetings);
        Expect("The meetings on the panel", 0, panel.Meetings.Count);
        Expect("The drafts on the panel", 0, panel.Replies.Count);
        Expect("The public comments after the cancellation", 3, PublicReplies);
        narrator.Say("cancel.done", ("meetings", meetings), ("webhooks", DeliveredWebhooks), ("comments", PublicReplies - 2));
    }

    private async Task ReadTicketAsync()
    {
        narrator.Step("ticket", ("customer", world.Customer.Name));
        var seen = world.Zendesk.Ticket(world.TicketId).Conversation(asSeenBy: world.Customer);
        Expect("The comments that the customer sees", 4, seen.Count);
        foreach (var comment in seen)
        {
            narrator.Show(comment.AuthorId == world.Customer.Id ? world.Customer.Name : world.Anna.Actor.DisplayName, comment.CreatedAt, comment.Body);
        }

        narrator.Say("end");
    }

    private ScheduleMeetingRequest Request(string topic, TimeOnly time) => new()
    {
        WorkItem = world.WorkItem,
        Host = world.Host,
        Topic = topic,
        Start = MeetingStart.Local(new DateOnly(2026, 3, 3), time, Narrator.Paris.Id),
        Duration = TimeSpan.FromMinutes(45),
        Reply = new ReplyRequest { Submission = ReplySubmission.AtOnce, Language = narrator.Language },
    };

    private int PublicReplies => world.Zendesk.Ticket(world.TicketId).Conversation(asSeenBy: world.Customer).Count - 1;

    private int PrivateNotes => world.Zendesk.Ticket(world.TicketId).Conversation().Count(comment => !comment.IsPublic);

    private int DeliveredWebhooks =>
        world.Webex.Webhooks.Deliveries.Count(delivery => delivery is { Topic: "meetings.deleted", Status: WebhookDeliveryStatus.Delivered });

    /// <summary>Asks Webex itself, not the SDK's memory.</summary>
    private async Task<int> CountMeetingsAsync() =>
        await Meetings.ListAsync(WorkItemRef.Zendesk, "", world.Host).CountAsync(listed => !listed.IsPast);

    private static void Expect<T>(string what, T expected, T actual)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new UnexpectedException(what, expected, actual);
        }
    }

    /// <summary>Waits for what happens in the background.</summary>
    private static async Task UntilAsync(string what, int expected, Func<int> read)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (read() != expected && !patience.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }

        Expect(what, expected, read());
    }
}
