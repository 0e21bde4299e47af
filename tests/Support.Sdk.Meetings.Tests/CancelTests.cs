using Shouldly;
using Support.Sdk.Emulators.Faults;
using Support.Sdk.Tests;

namespace Support.Sdk.Meetings.Tests;

public sealed class CancelTests
{
    private static readonly ReplyRequest AtOnce = new() { Submission = ReplySubmission.AtOnce };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-09")]
    public async Task Cancel_Confirmed_DeletesTheWebexMeetingAndTellsTheCustomer()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddHours(1), AtOnce), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        (await host.Meetings.CancelAsync(ticket, meeting.Id, confirmed: false, AtOnce, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.confirmation-missing");
        vendors.Webex.Meetings.StateOf(meeting.Access!.ProviderId!).ShouldBe("active");

        var result = (await host.Meetings.CancelAsync(ticket, meeting.Id, confirmed: true, AtOnce, HostApp.Anna, Cancel)).ValueOrThrow();

        result.Meeting.Status.ShouldBe(MeetingStatus.Cancelled);
        result.Reply!.Purpose.ShouldBe(ReplyPurpose.Cancelled);
        vendors.Webex.Meetings.StateOf(meeting.Access.ProviderId!).ShouldBeNull();
        vendors.Replies(ticket).Count.ShouldBe(2);
        (await host.Meetings.CancelAsync(ticket, meeting.Id, confirmed: true, AtOnce, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.cancelled");
    }

    [Fact]
    [Requirement("MTG-09")]
    public async Task Cancel_AfterTheStartOrTheEnd_IsRefused()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var start = vendors.Clock.GetUtcNow().AddHours(1);
        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        vendors.Clock.AdvanceTo(start);
        await host.Meetings.StartAsync(ticket, meeting.Id, HostApp.Anna, Cancel);

        (await host.Meetings.CancelAsync(ticket, meeting.Id, true, AtOnce, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.already-started");
        vendors.Clock.Advance(TimeSpan.FromMinutes(45));
        (await host.Meetings.CancelAsync(ticket, meeting.Id, true, AtOnce, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.over");
    }

    [Fact]
    [Requirement("MTG-09")]
    public async Task Cancel_WhileTheInvitationIsStillADraft_ThrowsTheInvitationAway()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var (meeting, invitation) = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddHours(1)), HostApp.Anna, Cancel)).ValueOrThrow();

        await host.Meetings.CancelAsync(ticket, meeting.Id, true, ReplyRequest.Draft, HostApp.Anna, Cancel);

        (await host.Meetings.SubmitReplyAsync(ticket, invitation!.Id, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.reply-discarded");
        (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Replies.ShouldHaveSingleItem().Purpose.ShouldBe(ReplyPurpose.Cancelled);
    }

    [Fact]
    [Requirement("MTG-09")]
    public async Task Cancel_WhileWebexRunsTheMeeting_LeavesItLive()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var start = vendors.Clock.GetUtcNow().AddMinutes(10);
        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        vendors.Clock.AdvanceTo(start.AddMinutes(-1));
        vendors.Webex.Meetings.Start(meeting.Access!.ProviderId!);

        var result = (await host.Meetings.CancelAsync(ticket, meeting.Id, true, AtOnce, HostApp.Anna, Cancel)).ValueOrThrow();

        result.Meeting.Status.ShouldBe(MeetingStatus.Live);
        vendors.Replies(ticket).ShouldBeEmpty();
    }

    [Fact]
    [Requirement("MTG-09")]
    public async Task Cancel_WhileTheMeetingIsStillBeingMade_DeletesItShouldItTurnUp()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        vendors.Webex.Faults.On("POST", "/v1/meetings").Once().CutAfterCommit();
        vendors.Webex.Faults.On("GET", "/v1/meetings").Skip(1).Once().Respond(503, RetryAfter.Missing);
        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddHours(1), AtOnce), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        meeting.Status.ShouldBe(MeetingStatus.Requested, "the answer was lost and Webex could not be asked");

        (await host.Meetings.CancelAsync(ticket, meeting.Id, true, AtOnce, HostApp.Anna, Cancel)).ValueOrThrow().Meeting.Status.ShouldBe(MeetingStatus.Cancelled);
        vendors.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.Work.RunAllAsync(Cancel);

        vendors.CountRequests("POST", "/v1/meetings").ShouldBe(1);
        vendors.CountRequests("DELETE", "/v1/meetings").ShouldBe(1);
        vendors.Replies(ticket).ShouldBeEmpty("nothing had been announced");
    }
}
