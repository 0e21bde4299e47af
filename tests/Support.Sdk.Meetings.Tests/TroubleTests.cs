using Shouldly;
using Support.Sdk.Emulators.Faults;
using Support.Sdk.Tests;

namespace Support.Sdk.Meetings.Tests;

public sealed class TroubleTests
{
    private static readonly ReplyRequest AtOnce = new() { Submission = ReplySubmission.AtOnce };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-03")]
    public async Task Submit_OnATicketClosedMeanwhile_IsRejectedWithTheReasonAndCanBeDiscarded()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var reply = (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).ValueOrThrow().Reply!;
        vendors.Close(ticket);

        var submitted = (await host.Meetings.SubmitReplyAsync(ticket, reply.Id, HostApp.Anna, Cancel)).ValueOrThrow();

        submitted.Status.ShouldBe(ReplyStatus.Rejected);
        submitted.Rejection!.Reason.ShouldBe(ReplyRejectionReason.WorkItemClosed);
        (await host.Work.RunAllAsync(Cancel)).ShouldBe(0, "nothing hangs");
        (await host.Meetings.DiscardReplyAsync(ticket, reply.Id, HostApp.Anna, Cancel)).ValueOrThrow().Status.ShouldBe(ReplyStatus.Discarded);
    }

    [Theory]
    [Requirement("MTG-04")]
    [InlineData("17")]
    [InlineData("rand(30),add(30)")]
    [InlineData("")]
    [InlineData("99999999")]
    public async Task Schedule_While429HasAnyFormOfRetryAfter_IsFinishedInTheBackgroundOnce(string retryAfter)
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        vendors.Webex.Faults.On("POST", "/v1/meetings").Times(2).Respond(429, retryAfter.Length == 0 ? RetryAfter.Missing : retryAfter);

        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddDays(1), AtOnce), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        meeting.Status.ShouldBe(MeetingStatus.Requested);

        for (var i = 0; i < 20 && vendors.Replies(ticket).Count == 0; i++)
        {
            vendors.Clock.Advance(TimeSpan.FromMinutes(30));
            await host.Work.RunAllAsync(Cancel);
        }

        vendors.Replies(ticket).Count.ShouldBe(1);
        (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Meetings.ShouldHaveSingleItem().Status.ShouldBe(MeetingStatus.Scheduled);
    }

    [Fact]
    [Requirement("MTG-04")]
    [Requirement("MTG-06")]
    public async Task Schedule_WhileEveryAnswerIsLost_MakesOneMeetingAndOneComment()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        vendors.Webex.Faults.On("POST", "/v1/meetings").Once().CutAfterCommit();
        vendors.Zendesk.Faults.On("PUT", "/api/v2/tickets/{id}").Once().CutAfterCommit();

        await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddDays(1), AtOnce), HostApp.Anna, Cancel);
        for (var i = 0; i < 5; i++)
        {
            vendors.Clock.Advance(TimeSpan.FromMinutes(5));
            await host.Work.RunAllAsync(Cancel);
        }

        vendors.CountRequests("POST", "/v1/meetings").ShouldBe(1);
        vendors.Replies(ticket).Count.ShouldBe(1);
    }

    [Fact]
    [Requirement("MTG-02")]
    public async Task Schedule_WhileTheTokenIsRevokedBetweenCheckAndCall_FailsVisiblyAndFreesThePlace()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        vendors.Webex.Faults.On("POST", "/v1/meetings").Always().Respond(401);

        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddDays(1)), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        meeting.Status.ShouldBe(MeetingStatus.Failed);
        meeting.Course!.Reason.ShouldBe(MeetingEndReason.ReauthorizationRequired);
        (await host.FailedEffects.ListAsync(Cancel).ToListAsync(Cancel)).ShouldHaveSingleItem().Error.ShouldNotContain(vendors.Host.AccessToken);
        vendors.Webex.Faults.Clear();
        (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, vendors.Clock.GetUtcNow().AddDays(2)), HostApp.Anna, Cancel)).IsAccepted.ShouldBeTrue();
    }
}
