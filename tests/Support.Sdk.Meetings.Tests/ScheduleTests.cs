using Shouldly;
using Support.Sdk.Stores;
using Support.Sdk.Tests;
using Support.Sdk.WorkItems;

namespace Support.Sdk.Meetings.Tests;

public sealed class ScheduleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("MTG-04")]
    [Requirement("MTG-06")]
    public async Task Schedule_SubmittedAtOnce_MakesOneWebexMeetingAndOnePublicComment()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var start = vendors.Clock.GetUtcNow().AddHours(3);

        var (meeting, reply) = (await host.Meetings.ScheduleAsync(
            Requests.Schedule(ticket, start, new ReplyRequest { Submission = ReplySubmission.AtOnce }), HostApp.Anna, Cancel)).ValueOrThrow();

        meeting.Status.ShouldBe(MeetingStatus.Scheduled);
        reply!.Status.ShouldBe(ReplyStatus.Submitted);
        vendors.Webex.Meetings.StateOf(meeting.Access!.ProviderId!).ShouldBe("active");
        vendors.CountRequests("POST", "/v1/meetings").ShouldBe(1);
        var comment = vendors.Replies(ticket).ShouldHaveSingleItem();
        comment.ShouldContain("Look at the printer");
        comment.ShouldContain(meeting.Access.JoinLink);
    }

    [Theory]
    [Requirement("MTG-04")]
    [InlineData("", 45, 2, "meetings.topic-empty")]
    [InlineData("Topic", 0, 2, "meetings.duration-not-positive")]
    [InlineData("Topic", -5, 2, "meetings.duration-not-positive")]
    [InlineData("Topic", 5, 2, "meetings.duration-out-of-range")]
    [InlineData("Topic", 45, -1, "meetings.start-in-past")]
    public async Task Schedule_WithAFieldThatCannotBe_IsRefusedAndAsksWebexForNothing(string topic, int minutes, int startsInHours, string code)
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var request = Requests.Schedule(vendors.AddTicket(), vendors.Clock.GetUtcNow().AddHours(startsInHours), topic: topic) with { Duration = TimeSpan.FromMinutes(minutes) };

        (await host.Meetings.ScheduleAsync(request, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe(code);

        vendors.CountRequests("POST", "/v1/meetings").ShouldBe(0);
    }

    [Theory]
    [Requirement("MTG-04")]
    [InlineData("2026-03-28", "10:00", AmbiguousTime.Earlier, "2026-03-28T09:00:00Z")]
    [InlineData("2026-03-29", "10:00", AmbiguousTime.Earlier, "2026-03-29T08:00:00Z")]
    [InlineData("2026-10-25", "02:30", AmbiguousTime.Earlier, "2026-10-25T00:30:00Z")]
    [InlineData("2026-10-25", "02:30", AmbiguousTime.Later, "2026-10-25T01:30:00Z")]
    public async Task Schedule_AtALocalTime_IsExactAcrossDaylightSaving(string date, string time, AmbiguousTime ambiguous, string instant)
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var request = Requests.Schedule(vendors.AddTicket(), default) with
        {
            Start = MeetingStart.Local(
                DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture),
                TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture),
                "Europe/Paris",
                ambiguous),
        };

        var meeting = (await host.Meetings.ScheduleAsync(request, HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        meeting.Plan.StartsAt.ShouldBe(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        var listed = await host.Services.Provider().ReadAsync(Requests.Host, meeting.Access!.ProviderId!, Cancel);
        listed!.StartsAt.ShouldBe(meeting.Plan.StartsAt);
    }

    [Fact]
    [Requirement("MTG-04")]
    public async Task Schedule_AtALocalTimeThatTheClocksSkip_IsRefusedByName()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var request = Requests.Schedule(vendors.AddTicket(), default) with { Start = MeetingStart.Local(new DateOnly(2026, 3, 29), new TimeOnly(2, 30), "Europe/Paris") };

        (await host.Meetings.ScheduleAsync(request, HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.local-time-skipped");
    }

    [Fact]
    [Requirement("MTG-05")]
    public async Task Schedule_ByTwoAgentsOnTwoHostsAtTheSameMoment_MakesExactlyOneMeeting()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        var store = new InMemoryMachineStore();
        await using var left = await HostApp.StartReadyAsync(vendors, Cancel, store);
        await using var right = await HostApp.StartAsync(vendors, store, Cancel, "other");
        for (var round = 0; round < 5; round++)
        {
            var ticket = vendors.AddTicket();
            var start = vendors.Clock.GetUtcNow().AddHours(2);
            var before = vendors.CountRequests("POST", "/v1/meetings");

            var outcomes = await Task.WhenAll(
                left.Meetings.ScheduleAsync(Requests.Schedule(ticket, start), HostApp.Anna, Cancel).AsTask(),
                right.Meetings.ScheduleAsync(Requests.Schedule(ticket, start.AddHours(1)), HostApp.Anna, Cancel).AsTask());

            outcomes.Count(outcome => outcome.IsAccepted).ShouldBe(1);
            outcomes.Single(outcome => !outcome.IsAccepted).Refusal!.Code.ShouldBe("meetings.already-scheduled");
            (vendors.CountRequests("POST", "/v1/meetings") - before).ShouldBe(1);
        }
    }

    [Fact]
    [Requirement("MTG-05")]
    [Requirement("MTG-09")]
    public async Task Schedule_ASecondTime_IsRefusedUntilTheFirstIsCancelledOrOver()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var start = vendors.Clock.GetUtcNow().AddHours(1);
        var first = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start.AddDays(1)), HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.already-scheduled");
        (await host.Meetings.CancelAsync(ticket, first.Id, confirmed: true, ReplyRequest.Draft, HostApp.Anna, Cancel)).ValueOrThrow();
        var second = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start.AddDays(1)), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        vendors.Clock.AdvanceTo(second.Plan.StartsAt);
        (await host.Meetings.StartAsync(ticket, second.Id, HostApp.Anna, Cancel)).ValueOrThrow();
        (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start.AddDays(2)), HostApp.Anna, Cancel)).Refusal!.Code.ShouldBe("meetings.already-scheduled");
        vendors.Clock.Advance(TimeSpan.FromMinutes(45));
        (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start.AddDays(2)), HostApp.Anna, Cancel)).IsAccepted.ShouldBeTrue();
    }

    [Fact]
    [Requirement("MTG-07")]
    [Requirement("MTG-08")]
    [Requirement("MTG-11")]
    public async Task Start_IsRefusedUntilItIsTime_ThenVisibleForTheDuration()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        var ticket = vendors.AddTicket();
        var start = vendors.Clock.GetUtcNow().AddHours(1);
        var meeting = (await host.Meetings.ScheduleAsync(Requests.Schedule(ticket, start), HostApp.Anna, Cancel)).ValueOrThrow().Meeting;

        var early = (await host.Meetings.StartAsync(ticket, meeting.Id, HostApp.Anna, Cancel)).Refusal!;
        early.Code.ShouldBe("meetings.not-yet");
        early.NotBefore.ShouldBe(start);
        var panel = await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel);
        panel.NextChangeAt.ShouldBe(start);
        panel.Action("Start", meeting.Id)!.Value.Refusal.ShouldBe(early);
        panel.Meetings.ShouldHaveSingleItem().JoinLink.ShouldBeNull();

        vendors.Clock.AdvanceTo(start.AddMinutes(10));
        var live = (await host.Meetings.StartAsync(ticket, meeting.Id, HostApp.Anna, Cancel)).ValueOrThrow().Meeting;
        live.VisibleUntil.ShouldBe(start.AddMinutes(55), "the duration counts from the real start");
        (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Meetings.ShouldHaveSingleItem().JoinLink.ShouldBe(meeting.Access!.JoinLink);

        vendors.Clock.AdvanceTo(start.AddMinutes(55));
        (await host.Meetings.GetPanelAsync(ticket, HostApp.Anna, Cancel)).Meetings.ShouldBeEmpty();
        (await host.Work.RunDeadlinesAsync(Cancel)).ShouldBe(1);
        var last = (await host.Meetings.ReadHistoryAsync(ticket, Cancel).ToListAsync(Cancel))[^1];
        last.Event.ShouldBe(new MeetingEvent.Ended(meeting.Id, start.AddMinutes(55), MeetingEndReason.TimeUp));
        last.ActorId.ShouldBe("system");
    }

    [Fact]
    [Requirement("MTG-13")]
    public async Task List_ShowsPastAndUpcomingMeetingsWithinTheTwoRanges()
    {
        await using var vendors = await Vendors.StartAsync(Cancel);
        await using var host = await HostApp.StartReadyAsync(vendors, Cancel);
        await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.ConfigureLists(2, 5), HostApp.Anna, Cancel);
        (await host.Setups.ExecuteAsync(WorkItemRef.Zendesk, "", new MeetingSetupCommand.ConfigureLists(366, 5), HostApp.Anna, Cancel))
            .Refusal!.Code.ShouldBe("meetings.range-invalid");
        var now = vendors.Clock.GetUtcNow();
        foreach (var (topic, days) in new (string, int)[] { ("gone", 1), ("yesterday", 3), ("soon", 6), ("late", 12) })
        {
            await host.Meetings.ScheduleAsync(Requests.Schedule(vendors.AddTicket(), now.AddDays(days), topic: topic), HostApp.Anna, Cancel);
        }

        vendors.Clock.Advance(TimeSpan.FromDays(4));

        var listed = await host.Meetings.ListAsync(WorkItemRef.Zendesk, "", Requests.Host, Cancel).ToListAsync(Cancel);
        listed.Select(item => (item.Meeting.Topic, item.IsPast)).ShouldBe([("yesterday", true), ("soon", false)]);
    }
}
