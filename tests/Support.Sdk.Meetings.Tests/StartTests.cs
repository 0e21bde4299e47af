using Shouldly;
using Support.Sdk.Tests;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

public sealed class StartTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-01")]
    [Requirement("MTG-03")]
    public async Task StartInstant_DraftEditedAndSubmitted_StandsOnTheTicketWithTheLinkAndTheChosenStatus()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();

        var (meeting, reply) = (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).ValueOrThrow();

        meeting.Status.ShouldBe(MeetingStatus.Live);
        meeting.Access!.JoinLink.ShouldBe(vendors.Host.PersonalRoomLink);
        reply!.Status.ShouldBe(ReplyStatus.Draft);
        reply.Text.ShouldContain(vendors.Host.PersonalRoomLink!);
        vendors.Replies(ticket).ShouldBeEmpty("a draft is not sent");

        var text = reply.Text + "\nPlease have the error code at hand.";
        (await host.Meetings.EditReplyAsync(ticket, reply.Id, text, WorkItemStatus.Pending, HostApp.Anna, Cancel)).ValueOrThrow();
        var submitted = (await host.Meetings.SubmitReplyAsync(ticket, reply.Id, HostApp.Anna, Cancel)).ValueOrThrow();

        submitted.Status.ShouldBe(ReplyStatus.Submitted);
        vendors.Replies(ticket).ShouldBe([text]);
        vendors.StatusOf(ticket).ShouldBe("pending");
    }

    [Fact]
    [Requirement("MTG-03")]
    [Requirement("MTG-16")]
    public async Task StartInstant_SubmittedAtOnceInFrench_IsOnTheTicketWhenTheCallReturns()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();

        var result = (await host.Meetings.StartInstantAsync(
            Requests.Start(ticket, new ReplyRequest { Submission = ReplySubmission.AtOnce, Language = "fr", Status = WorkItemStatus.Open }), HostApp.Anna, Cancel)).ValueOrThrow();

        result.Reply!.Status.ShouldBe(ReplyStatus.Submitted);
        var reply = vendors.Replies(ticket).ShouldHaveSingleItem();
        reply.ShouldContain("réunion");
        reply.ShouldContain(vendors.Host.PersonalRoomLink!);
    }

    [Fact]
    [Requirement("MTG-08")]
    [Requirement("MTG-10")]
    public async Task InstantMeeting_IsVisibleForItsFirstHour_AndGoneExactlyAtTheBoundary()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var meeting = (await host.Meetings.StartInstantAsync(Requests.Start(ticket), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        vendors.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        var panel = await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel);
        panel.Meetings.ShouldHaveSingleItem().JoinLink.ShouldBe(vendors.Host.PersonalRoomLink);
        panel.NextChangeAt.ShouldBe(vendors.Clock.GetUtcNow().AddTicks(1));
        (await host.Meetings.JoinAsync(ticket, meeting.Id, Cancel)).ValueOrThrow().ShouldBe(new Uri(vendors.Host.PersonalRoomLink!));

        vendors.Clock.Advance(TimeSpan.FromTicks(1));
        panel = await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel);
        panel.Meetings.ShouldBeEmpty();
        (await host.Meetings.JoinAsync(ticket, meeting.Id, Cancel)).Refusal!.Code.ShouldBe("meetings.over");
    }

    [Fact]
    [Requirement("MTG-01")]
    public async Task StartInstant_RepeatedWithTheSameId_StartsOneMeetingAndDraftsOneReply()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var request = Requests.Start(ticket) with { MeetingId = "m-1", Reply = new ReplyRequest { ReplyId = "r-1" } };

        (await host.Meetings.StartInstantAsync(request, HostApp.Anna, Cancel)).ValueOrThrow();
        (await host.Meetings.StartInstantAsync(request, HostApp.Anna, Cancel)).ValueOrThrow().Reply!.Id.ShouldBe("r-1");

        var panel = await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel);
        panel.Meetings.Count.ShouldBe(1);
        panel.Replies.Count.ShouldBe(1);
    }
}
